import type { Repository } from '#domain/run/repository.ts';
import { botLogin, clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';

export interface OwnReviewComment {
  readonly id: number;
  readonly body: string;
  /** The thread's first comment; its own id where it is that one. */
  readonly rootId: number;
}

/** Review comments of this app on a pull request. (GitHub does not tell the app here, so its account's login decides.) */
export async function listOwnReviewComments(
  context: GitHubContext,
  repository: Repository,
  pullRequest: number,
): Promise<OwnReviewComment[]> {
  const client = clientFor(context, repository);
  const parameters = { ...locate(repository), pull_number: pullRequest, per_page: 100 };
  const comments = await client.paginate(client.rest.pulls.listReviewComments, parameters);
  return comments.flatMap((comment) =>
    comment.user?.login === botLogin(context.app)
      ? [{ id: comment.id, body: comment.body, rootId: comment.in_reply_to_id ?? comment.id }]
      : [],
  );
}
