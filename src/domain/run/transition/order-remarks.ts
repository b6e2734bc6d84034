import type { Run } from '#domain/run/run.ts';
import { change, type Change, type Occasion } from '#domain/run/transition/change.ts';

/** Changes requested: the pieces that the review's comments are about are written anew, all together. */
export function orderRemarks(run: Run, by: string, reviewId: number): Change {
  const key = `place-remarks/review-${reviewId}`;
  return change(run, {}, { type: 'place-remarks', key, by, reviewId, commentId: null, feedback: '' });
}

/** A command in a thread that is not MGE's own: the piece is the one on whose lines the thread stands. */
export function orderRemark(run: Run, by: string, rootId: number, feedback: string, occasion: Occasion): Change {
  const key = `place-remarks/${occasion.key}`;
  return change(run, {}, { type: 'place-remarks', key, by, reviewId: null, commentId: rootId, feedback });
}
