import type { Repository } from '#domain/run/repository.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';
import { isMarked } from '#adapters/github/comments/marked-body.ts';

const PAGE = 100;

/** The oldest comment on an issue or pull request that carries the marker and was written by this app; else null. */
export async function findOwnComment(
  context: GitHubContext,
  repository: Repository,
  number: number,
  marker: string,
): Promise<number | null> {
  const client = clientFor(context, repository);
  const pages = client.paginate.iterator(client.rest.issues.listComments, {
    ...locate(repository),
    issue_number: number,
    per_page: PAGE,
  });
  for await (const { data } of pages) {
    const found = data.find(
      (comment) => isMarked(comment.body, marker) && comment.performed_via_github_app?.id === context.app.id,
    );
    if (found !== undefined) return found.id;
  }
  return null;
}
