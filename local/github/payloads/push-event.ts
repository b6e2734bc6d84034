import { readCommits, type CommitObject } from '#local/github/git/commits.ts';
import { changedFiles } from '#local/github/git/compare.ts';
import { isAncestor, zeroSha } from '#local/github/git/refs.ts';
import type { JsonObject } from '#local/github/json.ts';
import { pageUrl } from '#local/github/present/links.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { User } from '#local/github/state/user.ts';
import type { WebhookEvent, World } from '#local/github/world.ts';

export interface RefChange {
  readonly ref: string;
  /** The zero SHA when the ref is new. */
  readonly before: string;
  /** The zero SHA when the ref is gone. */
  readonly after: string;
}

async function presentPushedCommit(world: World, repository: Repository, commit: CommitObject): Promise<JsonObject> {
  const [parent] = commit.parents;
  const files = parent === undefined ? [] : await changedFiles(world.gitDirOf(repository), parent, commit.sha);
  const pathsOf = (status: string) => files.filter((file) => file.status === status).map((file) => file.path);
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.committer.date,
    url: pageUrl(world, repository, `/commit/${commit.sha}`),
    author: { ...commit.author },
    committer: { ...commit.committer },
    added: pathsOf('added'),
    removed: pathsOf('removed'),
    modified: pathsOf('modified'),
  };
}

/** `push`: a ref was made, moved or removed. At most 20 commits are told. */
export async function pushEvent(
  world: World,
  repository: Repository,
  sender: User,
  change: RefChange,
): Promise<WebhookEvent> {
  const gitDir = world.gitDirOf(repository);
  const { ref, before, after } = change;
  const created = before === zeroSha;
  const deleted = after === zeroSha;
  const range = created ? ['-1', after] : ['-20', `${before}..${after}`];
  const log = deleted ? [] : await readCommits(gitDir, range);
  const commits = await Promise.all(log.map((commit) => presentPushedCommit(world, repository, commit)));
  const head = commits[0] ?? null;
  const body = {
    ref,
    before,
    after,
    created,
    deleted,
    forced: !created && !deleted && !(await isAncestor(gitDir, before, after)),
    base_ref: null,
    compare: pageUrl(world, repository, `/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`),
    commits: created ? [] : commits.toReversed(),
    head_commit: head,
    pusher: { name: sender.login, email: `${sender.login}@users.noreply.github.com` },
  };
  return { name: 'push', action: null, repository, sender, body };
}
