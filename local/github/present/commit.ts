import type { CommitObject } from '#local/github/git/commits.ts';
import type { ChangedFile } from '#local/github/git/compare.ts';
import type { JsonObject } from '#local/github/json.ts';
import { pageUrl, repositoryApiUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import { presentUser } from '#local/github/present/user.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { World } from '#local/github/world.ts';

const verification = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
} as const;

/** A commit as `git-commit`. */
export function presentGitCommit(world: World, repository: Repository, commit: CommitObject): JsonObject {
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url: repositoryApiUrl(world, repository, `/git/commits/${commit.sha}`),
    html_url: pageUrl(world, repository, `/commit/${commit.sha}`),
    author: { ...commit.author },
    committer: { ...commit.committer },
    tree: { sha: commit.tree, url: repositoryApiUrl(world, repository, `/git/trees/${commit.tree}`) },
    message: commit.message,
    parents: commit.parents.map((sha) => presentParent(world, repository, sha)),
    verification,
  };
}

function presentParent(world: World, repository: Repository, sha: string): JsonObject {
  const url = repositoryApiUrl(world, repository, `/git/commits/${sha}`);
  return { sha, url, html_url: pageUrl(world, repository, `/commit/${sha}`) };
}

/** The account that an e-mail address of this house belongs to. */
function presentAccount(world: World, email: string): JsonObject | null {
  const login = /^(?:\d+\+)?(.+)@users\.noreply\.github\.com$/.exec(email)?.[1];
  const user = world.state.users.find((known) => known.login === login);
  return user ? presentUser(world, user) : null;
}

/** A commit as `commit`. */
export function presentCommit(world: World, repository: Repository, commit: CommitObject): JsonObject {
  const url = repositoryApiUrl(world, repository, `/commits/${commit.sha}`);
  const git = presentGitCommit(world, repository, commit);
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', commit.sha),
    url,
    html_url: pageUrl(world, repository, `/commit/${commit.sha}`),
    comments_url: `${url}/comments`,
    commit: {
      author: { ...commit.author },
      committer: { ...commit.committer },
      message: commit.message,
      tree: git['tree'],
      url: git['url'],
      comment_count: 0,
      verification,
    },
    author: presentAccount(world, commit.author.email),
    committer: presentAccount(world, commit.committer.email),
    parents: git['parents'],
  };
}

/** A changed file as `diff-entry`. */
export function presentFile(world: World, repository: Repository, file: ChangedFile, sha: string): JsonObject {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: pageUrl(world, repository, `/blob/${sha}/${path}`),
    raw_url: pageUrl(world, repository, `/raw/${sha}/${path}`),
    contents_url: repositoryApiUrl(world, repository, `/contents/${path}?ref=${sha}`),
    ...(file.patch === null ? {} : { patch: file.patch }),
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}
