import type { Repository } from '#domain/run/repository.ts';
import type { LineComment, ReviewRequest } from '#ports/github/pull-requests.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';
import { markedBody } from '#adapters/github/comments/marked-body.ts';

export interface ReviewTarget {
  readonly context: GitHubContext;
  readonly repository: Repository;
  readonly number: number;
  readonly commit: string;
}

/** Comments in one review: with more, GitHub gets slow and then refuses. */
const COMMENTS_PER_REVIEW = 50;

/** Writes one review, or several where there are many comments; `body` null: the first one stands already. */
export async function createReviews(target: ReviewTarget, request: ReviewRequest, body: string | null): Promise<void> {
  const { rest } = clientFor(target.context, target.repository);
  const { comments } = request;
  const first = body === null ? 1 : 0;
  const count = Math.ceil(comments.length / COMMENTS_PER_REVIEW);
  for (let part = 0; part < Math.max(count, body === null ? 0 : 1); part++) {
    const chunk = comments.slice(part * COMMENTS_PER_REVIEW, (part + 1) * COMMENTS_PER_REVIEW);
    const continued = markedBody(`${request.marker}-${first + part + 1}`, '_The review goes on._');
    await rest.pulls.createReview({
      ...locate(target.repository),
      pull_number: target.number,
      commit_id: target.commit,
      event: 'COMMENT',
      body: part === 0 && body !== null ? body : continued,
      comments: chunk.map(lineComment),
    });
  }
}

/** A comment on a whole file, for lines that the diff does not show. */
export async function postOnFile(target: ReviewTarget, comment: LineComment): Promise<void> {
  const { rest } = clientFor(target.context, target.repository);
  const lines =
    comment.startLine === comment.endLine ? `line ${comment.endLine}` : `lines ${comment.startLine}–${comment.endLine}`;
  await rest.pulls.createReviewComment({
    ...locate(target.repository),
    pull_number: target.number,
    commit_id: target.commit,
    path: comment.path,
    subject_type: 'file',
    body: markedBody(comment.marker, `About ${lines}.\n\n${comment.body}`),
  });
}

interface PostedLineComment {
  readonly path: string;
  readonly body: string;
  readonly line: number;
  readonly side: string;
  readonly start_line?: number;
  readonly start_side?: string;
}

function lineComment({ path, startLine, endLine, marker, body }: LineComment): PostedLineComment {
  const start = startLine < endLine ? { start_line: startLine, start_side: 'RIGHT' } : {};
  return { path, line: endLine, side: 'RIGHT', ...start, body: markedBody(marker, body) };
}
