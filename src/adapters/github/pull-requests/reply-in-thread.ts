import type { Place } from '#domain/command/command.ts';
import type { Repository } from '#domain/run/repository.ts';
import type { PostedComment } from '#ports/github/conversation.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';
import { isMarked, markedBody } from '#adapters/github/comments/marked-body.ts';
import { listOwnReviewComments } from '#adapters/github/pull-requests/own-review-comments.ts';

/** Answers in a review thread, once per marker. */
export async function replyInThread(
  context: GitHubContext,
  repository: Repository,
  place: Extract<Place, { kind: 'thread' }>,
  marker: string,
  text: string,
): Promise<PostedComment> {
  const own = await listOwnReviewComments(context, repository, place.number);
  const found = own.find((comment) => comment.rootId === place.rootId && isMarked(comment.body, marker));
  if (found !== undefined) return { id: found.id, body: found.body };
  const body = markedBody(marker, text);
  const { data } = await clientFor(context, repository).rest.pulls.createReplyForReviewComment({
    ...locate(repository),
    pull_number: place.number,
    comment_id: place.rootId,
    body,
  });
  return { id: data.id, body };
}
