import { MgeError } from '#domain/failure/mge-error.ts';
import type { Repository } from '#domain/run/repository.ts';
import type { CommitRequest } from '#ports/github/source-tree.ts';
import { commitIdentity } from '#adapters/github/content/commit-identity.ts';
import { createCommit } from '#adapters/github/content/create-commit.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';
import { headOf, moveBranch } from '#adapters/github/content/move-branch.ts';

/**
 * The first commit of an empty repository, on its default branch. GitHub takes no git objects before there is a branch, so
 * the first file goes in through the contents API, and the deterministic root commit then takes its place.
 */
export async function startRepository(
  context: GitHubContext,
  repository: Repository,
  request: CommitRequest,
): Promise<string> {
  const branch = repository.defaultBranch;
  const before = await headOf(context, repository, branch);
  if (before === null) await putFirstFile(context, repository, request);
  const { commit } = await createCommit(context, repository, { ...request, parent: null }, null);
  if (before !== null && before !== commit && !(await isFirstFile(context, repository, request, before))) {
    throw notEmpty(branch);
  }
  await moveBranch(context, repository, { branch, commit, expected: before, force: true });
  return commit;
}

/** Whether a commit is what {@link putFirstFile} made before a crash: nothing else may be replaced. */
async function isFirstFile(
  context: GitHubContext,
  repository: Repository,
  request: CommitRequest,
  commit: string,
): Promise<boolean> {
  const { rest } = clientFor(context, repository);
  const { data } = await rest.git.getCommit({ ...locate(repository), commit_sha: commit });
  return (
    data.parents.length === 0 &&
    data.message === request.message &&
    data.author.email === commitIdentity(request.date).email
  );
}

async function putFirstFile(context: GitHubContext, repository: Repository, request: CommitRequest): Promise<void> {
  const [first] = request.changes.filter((change) => change.text !== null);
  if (first === undefined || first.text === null) throw notEmpty(repository.defaultBranch);
  const identity = commitIdentity(request.date);
  await clientFor(context, repository).rest.repos.createOrUpdateFileContents({
    ...locate(repository),
    path: first.path,
    message: request.message,
    author: identity,
    committer: identity,
    content: Buffer.from(first.text, 'utf8').toString('base64'),
    branch: repository.defaultBranch,
  });
}

function notEmpty(branch: string): MgeError {
  return new MgeError(`branch ${branch} has commits already, or the first commit has no file`, {
    code: 'branch-moved',
    retry: 'ask-human',
    nextStep: 'Comment `/mge retry`: the run then starts from the branch as it is.',
  });
}
