import type { Repository } from '#domain/run/repository.ts';
import type { LineComment, ReviewRequest } from '#ports/github/pull-requests.ts';
import { failedWith } from '#adapters/github/errors/absent-as-null.ts';
import { botLogin, clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';
import { isMarked, markedBody } from '#adapters/github/comments/marked-body.ts';
import { listOwnReviewComments } from '#adapters/github/pull-requests/own-review-comments.ts';
import { placeComments } from '#adapters/github/pull-requests/place-comments.ts';
import { createReviews, postOnFile, type ReviewTarget } from '#adapters/github/pull-requests/write-review.ts';

/**
 * Posts what of a review is not there yet: comments are found again by their markers, the review by its own. Answers
 * marker → id of the comment; a comment that could stand nowhere is told in the review's text and has no id.
 */
export async function postReview(
  context: GitHubContext,
  repository: Repository,
  number: number,
  request: ReviewRequest,
): Promise<Map<string, number>> {
  const target: ReviewTarget = { context, repository, number, commit: request.commit };
  const posted = await isPosted(target, request.marker);
  // Comments come with the review, or after it.
  const present = posted ? await findComments(target, request.comments) : new Map<string, number>();
  const missing = request.comments.filter((comment) => !present.has(comment.marker));
  if (posted && missing.length === 0) return present;
  const client = clientFor(context, repository);
  const files = await client.paginate(client.rest.pulls.listFiles, {
    ...locate(repository),
    pull_number: number,
    per_page: 100,
  });
  const { onLines, onFile, elsewhere } = placeComments(missing, files);
  const body = posted ? null : markedBody(request.marker, withElsewhere(request.body, elsewhere));
  const refused = await postLines(target, { ...request, comments: onLines }, body);
  for (const comment of [...onFile, ...refused]) await postOnFile(target, comment);
  return findComments(target, request.comments);
}

/** Line comments, in reviews. Answers those that GitHub refused: the branch has moved on, their lines are shown no more. */
async function postLines(
  target: ReviewTarget,
  request: ReviewRequest,
  body: string | null,
): Promise<readonly LineComment[]> {
  try {
    await createReviews(target, request, body);
    return [];
  } catch (error) {
    if (!failedWith(error, 'github-rejected') || request.comments.length === 0) throw error;
    if (body !== null && !(await isPosted(target, request.marker))) {
      await createReviews(target, { ...request, comments: [] }, body);
    }
    const present = await findComments(target, request.comments);
    return request.comments.filter((comment) => !present.has(comment.marker));
  }
}

async function findComments(target: ReviewTarget, comments: readonly LineComment[]): Promise<Map<string, number>> {
  const own = await listOwnReviewComments(target.context, target.repository, target.number);
  return new Map(
    comments.flatMap(({ marker }) => {
      const found = own.find((comment) => comment.rootId === comment.id && isMarked(comment.body, marker));
      return found === undefined ? [] : [[marker, found.id]];
    }),
  );
}

async function isPosted({ context, repository, number }: ReviewTarget, marker: string): Promise<boolean> {
  const client = clientFor(context, repository);
  const parameters = { ...locate(repository), pull_number: number, per_page: 100 };
  const reviews = await client.paginate(client.rest.pulls.listReviews, parameters);
  return reviews.some((review) => review.user?.login === botLogin(context.app) && isMarked(review.body, marker));
}

function withElsewhere(body: string, comments: readonly LineComment[]): string {
  const sections = comments.map(
    ({ path, startLine, endLine, body: text }) => `**\`${path}\`**, lines ${startLine}–${endLine}\n\n${text}`,
  );
  return [body, ...sections].join('\n\n---\n\n');
}
