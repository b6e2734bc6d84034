import { closeMentionedIssues } from '#local/github/actions/close-mentioned-issues.ts';
import { followRef } from '#local/github/actions/follow-ref.ts';
import { readCommit, writeCommit } from '#local/github/git/commits.ts';
import { mergeTrees } from '#local/github/git/merge.ts';
import { moveRef } from '#local/github/git/refs.ts';
import { GitHubError } from '#local/github/http/github-error.ts';
import { pullRequestEvent } from '#local/github/payloads/pull-request-events.ts';
import { signatureOf } from '#local/github/actions/signature-of.ts';
import type { PullIssue } from '#local/github/state/issue.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { Actor } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

export type MergeMethod = 'merge' | 'squash';

/** Merges a pull request into its base; 405 when it is closed or conflicts. Gives the new commit's SHA. */
export async function mergePull(
  world: World,
  repository: Repository,
  issue: PullIssue,
  { actor, method = 'merge', title }: { actor: Actor; method?: MergeMethod | undefined; title?: string | undefined },
): Promise<string> {
  const { pull } = issue;
  const gitDir = world.gitDirOf(repository);
  const tree = issue.state === 'open' && !pull.draft ? await mergeTrees(gitDir, pull.baseSha, pull.headSha) : null;
  if (tree === null) throw new GitHubError(405, 'Pull Request is not mergeable');
  const signature = signatureOf(world, actor.user);
  const head = await readCommit(gitDir, pull.headSha);
  const message =
    title ?? (method === 'squash' ? `${issue.title} (#${issue.number})` : `Merge pull request #${issue.number}`);
  const parents = method === 'squash' ? [pull.baseSha] : [pull.baseSha, head.sha];
  const sha = await writeCommit(gitDir, { tree, parents, author: signature, committer: signature, message });
  const ref = `refs/heads/${pull.baseRef}`;
  const before = pull.baseSha;
  await moveRef(gitDir, ref, sha, before);
  pull.mergedAt = world.now();
  pull.mergedBy = actor.user;
  pull.mergeCommitSha = sha;
  issue.state = 'closed';
  issue.closedAt = pull.mergedAt;
  issue.updatedAt = pull.mergedAt;
  await followRef(world, repository, actor.user, { ref, before, after: sha });
  world.emit(pullRequestEvent(world, { repository, issue, sender: actor.user, action: 'closed' }));
  closeMentionedIssues(world, repository, issue, actor.user);
  return sha;
}
