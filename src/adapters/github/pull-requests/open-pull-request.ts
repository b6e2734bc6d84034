import type { Repository } from '#domain/run/repository.ts';
import type { OpenPullRequest } from '#ports/github/pull-requests.ts';
import { failedWith } from '#adapters/github/errors/absent-as-null.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';
import { postableText } from '#adapters/github/comments/marked-body.ts';

/** GitHub takes titles of this length. */
const LONGEST_TITLE = 256;

/** Opens a pull request, or finds the open one of the same head and brings its title and text up to date. */
export async function openPullRequest(
  context: GitHubContext,
  repository: Repository,
  request: OpenPullRequest,
): Promise<number> {
  const { rest } = clientFor(context, repository);
  const title = postableText(request.title.replace(/\s+/g, ' ')).slice(0, LONGEST_TITLE);
  const text = { title, body: postableText(request.body) };
  const found = await findOpen(context, repository, request);
  if (found !== null) {
    await rest.pulls.update({ ...locate(repository), pull_number: found, ...text });
    return found;
  }
  const { head, base } = request;
  const create = async (draft: boolean): Promise<number> =>
    (await rest.pulls.create({ ...locate(repository), head, base, ...text, draft })).data.number;
  try {
    return await create(request.draft);
  } catch (error) {
    if (!failedWith(error, 'github-rejected')) throw error;
    const meanwhile = await findOpen(context, repository, request);
    if (meanwhile !== null) return meanwhile;
    // Private repositories of some plans have no drafts.
    if (request.draft) return create(false);
    throw error;
  }
}

async function findOpen(
  context: GitHubContext,
  repository: Repository,
  { head, base }: OpenPullRequest,
): Promise<number | null> {
  const { rest } = clientFor(context, repository);
  const { data } = await rest.pulls.list({
    ...locate(repository),
    head: `${repository.owner}:${head}`,
    base,
    state: 'open',
  });
  return data.find((pull) => pull.head.ref === head)?.number ?? null;
}
