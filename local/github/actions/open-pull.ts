import { measurePull } from '#local/github/actions/measure-pull.ts';
import { nextNumber } from '#local/github/actions/change-issue.ts';
import { resolveSha } from '#local/github/git/refs.ts';
import { validationFailed } from '#local/github/http/github-error.ts';
import { pullRequestEvent } from '#local/github/payloads/pull-request-events.ts';
import type { PullIssue } from '#local/github/state/issue.ts';
import type { PullStatistics } from '#local/github/state/pull-request.ts';
import type { Repository } from '#local/github/state/repository.ts';
import { nextId } from '#local/github/state/state.ts';
import type { Actor } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

export interface NewPull {
  readonly title: string;
  readonly body?: string | null | undefined;
  readonly head: string;
  readonly base: string;
  readonly draft?: boolean | undefined;
}

function refuse(message: string) {
  return validationFailed({ resource: 'PullRequest', field: 'head', code: 'custom', message });
}

async function readBranch(gitDir: string, field: 'head' | 'base', branch: string): Promise<string> {
  const sha = await resolveSha(gitDir, `refs/heads/${branch}`);
  if (sha === null) throw validationFailed({ resource: 'PullRequest', field, code: 'invalid' });
  return sha;
}

interface PullParts {
  readonly repository: Repository;
  readonly author: Actor;
  readonly wanted: NewPull;
  readonly headRef: string;
  readonly headSha: string;
  readonly baseSha: string;
  readonly statistics: PullStatistics;
}

function createPullIssue(world: World, parts: PullParts): PullIssue {
  const { repository, author, wanted, headRef, headSha, baseSha, statistics } = parts;
  const now = world.now();
  return {
    id: nextId(world.state),
    number: nextNumber(repository),
    author,
    title: wanted.title,
    body: wanted.body ?? null,
    state: 'open',
    stateReason: null,
    labels: [],
    assignees: [],
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    comments: [],
    reactions: [],
    pull: {
      id: nextId(world.state),
      headRef,
      baseRef: wanted.base,
      headSha,
      baseSha,
      draft: wanted.draft ?? false,
      mergedAt: null,
      mergedBy: null,
      mergeCommitSha: null,
      statistics,
      reviews: [],
      reviewComments: [],
      threads: [],
    },
  };
}

/** Opens a pull request between two branches of the repository; 422 as GitHub refuses. */
export async function openPull(
  world: World,
  repository: Repository,
  author: Actor,
  wanted: NewPull,
): Promise<PullIssue> {
  const gitDir = world.gitDirOf(repository);
  const headRef = wanted.head.replace(`${repository.owner}:`, '');
  const headSha = await readBranch(gitDir, 'head', headRef);
  const baseSha = await readBranch(gitDir, 'base', wanted.base);
  const statistics = await measurePull(gitDir, baseSha, headSha);
  if (statistics.commits === 0) throw refuse(`No commits between ${wanted.base} and ${headRef}`);
  const taken = repository.issues.some(
    ({ state, pull }) => state === 'open' && pull?.headRef === headRef && pull.baseRef === wanted.base,
  );
  if (taken) throw refuse(`A pull request already exists for ${repository.owner}:${headRef}.`);
  const issue = createPullIssue(world, { repository, author, wanted, headRef, headSha, baseSha, statistics });
  repository.issues.push(issue);
  world.emit(pullRequestEvent(world, { repository, issue, sender: author.user, action: 'opened' }));
  return issue;
}
