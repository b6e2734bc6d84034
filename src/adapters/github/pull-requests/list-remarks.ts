import type { Repository } from '#domain/run/repository.ts';
import type { Remark } from '#ports/github/pull-requests.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';

/** Line comments that people (never apps) wrote on a pull request, oldest first. */
export async function listRemarks(
  context: GitHubContext,
  repository: Repository,
  pullRequest: number,
): Promise<Remark[]> {
  const client = clientFor(context, repository);
  const parameters = { ...locate(repository), pull_number: pullRequest, per_page: 100 };
  const comments = await client.paginate(client.rest.pulls.listReviewComments, parameters);
  return comments.flatMap((comment) =>
    comment.user?.type !== 'User'
      ? []
      : [
          {
            id: comment.id,
            rootId: comment.in_reply_to_id ?? comment.id,
            reviewId: comment.pull_request_review_id ?? 0,
            author: comment.user.login,
            path: comment.path,
            line: comment.line ?? comment.original_line ?? null,
            text: comment.body,
          },
        ],
  );
}
