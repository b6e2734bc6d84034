import { MgeError } from '#domain/failure/mge-error.ts';
import type { Repository } from '#domain/run/repository.ts';
import { absentAsNull, failedWith } from '#adapters/github/errors/absent-as-null.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';

export interface BranchMove {
  readonly branch: string;
  readonly commit: string;
  readonly expected: string | null;
  readonly force: boolean;
}

/** The commit of a branch; null when there is none, or nothing at all in the repository. */
export async function headOf(context: GitHubContext, repository: Repository, branch: string): Promise<string | null> {
  const { rest } = clientFor(context, repository);
  const request = rest.git.getRef({ ...locate(repository), ref: `heads/${branch}` });
  // 409: the repository is empty.
  return (await absentAsNull(request, 'github-conflict'))?.data.object.sha ?? null;
}

/** Points a branch to a commit, from where it is expected to be. Doing it twice is doing it once. */
export async function moveBranch(context: GitHubContext, repository: Repository, move: BranchMove): Promise<void> {
  if (move.force && (await overwrite(context, repository, move))) return;
  // Making it fails where there is one, so there is no need to look first.
  const unseen = move.force || move.expected === null;
  const current = unseen ? null : await headOf(context, repository, move.branch);
  if (current === move.commit) return;
  if (current !== move.expected && !move.force) throw branchMoved(move, current);
  const { rest } = clientFor(context, repository);
  const place = { ...locate(repository), sha: move.commit };
  try {
    if (current === null) await rest.git.createRef({ ...place, ref: `refs/heads/${move.branch}` });
    else await rest.git.updateRef({ ...place, ref: `heads/${move.branch}`, force: move.force });
  } catch (error) {
    // Refused: somebody was faster, or the commit is no descendant. Where the branch is now tells which.
    if (!failedWith(error, 'github-rejected', 'github-conflict')) throw error;
    const now = await headOf(context, repository, move.branch);
    if (now === move.commit) return;
    if (now === current && current === null) throw error;
    throw branchMoved(move, now, error);
  }
}

/** Wherever the branch is: one request, and no need to look first. False: there is no such branch yet. */
async function overwrite(context: GitHubContext, repository: Repository, move: BranchMove): Promise<boolean> {
  const { rest } = clientFor(context, repository);
  const request = rest.git.updateRef({
    ...locate(repository),
    sha: move.commit,
    ref: `heads/${move.branch}`,
    force: true,
  });
  // 422: there is no such branch, or another reason that shows again when it is made.
  return (await absentAsNull(request, 'github-rejected', 'github-conflict')) !== null;
}

function branchMoved(move: BranchMove, current: string | null, cause?: unknown): MgeError {
  const at = current === null ? 'does not exist' : `is at ${current.slice(0, 7)}`;
  const expected = move.expected === null ? 'not to exist' : `at ${move.expected.slice(0, 7)}`;
  return new MgeError(`branch ${move.branch} ${at}, expected ${expected}`, {
    code: 'branch-moved',
    retry: 'ask-human',
    nextStep: 'Somebody moved the branch: bring it back or delete it, then `/mge retry`.',
    cause,
  });
}
