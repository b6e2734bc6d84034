import { reply } from '#domain/run/transition/acknowledge.ts';
import { andThen, change, unchanged, type Handler } from '#domain/run/transition/change.ts';
import { orderRemarks } from '#domain/run/transition/order-remarks.ts';
import type { Run } from '#domain/run/run.ts';
import { resumeRun } from '#domain/run/transition/steering.ts';
import { startReporting } from '#domain/run/transition/start-review.ts';

export const onReportPublished: Handler<'report-published'> = (run, _event, { at }) =>
  run.stage === 'reporting' ? change(run, { stage: 'done', finishedAt: at }) : unchanged(run);

/**
 * Approval by a person with write permission ends the review, whatever threads are open, when it is for the commit that is
 * the branch's head now. Requested changes have the commented pieces written anew.
 */
export const onReviewSubmitted: Handler<'review-submitted'> = (run, event, occasion) => {
  const building = run.stage === 'building' || run.stage === 'reviewing';
  if (event.verdict === 'changes-requested' && building) return orderRemarks(run, event.sender, event.reviewId);
  if (run.stage !== 'reviewing' || event.verdict !== 'approved') return unchanged(run);
  if (event.headSha === run.build?.head) return startReporting(run);
  const place = { kind: 'pull-request', number: run.pullRequest ?? 0, commentId: 0 } as const;
  return change(run, {}, reply(occasion, place, STALE_APPROVAL));
};

const STALE_APPROVAL =
  'The branch has moved since the commit that you approved, so the review goes on. Look at the newest commits, then approve again.';

export const onPullRequestClosed: Handler<'pull-request-closed'> = (run, event, { at }) => {
  if (run.stage === 'done' || run.stage === 'cancelled') return unchanged(run);
  if (event.merged) return andThen(startReporting(run), (next) => change(next, { finishedAt: at, paused: null }));
  const paused = { by: event.sender, reason: 'the pull request was closed', nextStep: REOPEN, code: CLOSED };
  return change(run, { paused });
};

const CLOSED = 'pull-request-closed';
const REOPEN =
  'Open the pull request again (restore its branch first, if that is gone), and I go on by myself. Or type `/mge cancel`.';

export const onPullRequestReopened: Handler<'pull-request-reopened'> = (run) =>
  run.paused?.code === CLOSED ? resumeRun(run) : unchanged(run);

/** The app is let in again: what failed because it was not is ordered anew. */
export const onAccessRestored: Handler<'access-restored'> = (run) =>
  run.paused?.code === 'github-suspended' ? resumeRun(run) : unchanged(run);

/** Why a paused run cannot simply go on; null when it can. */
export function whyNotResumed(run: Run): string | null {
  return run.paused?.code === CLOSED ? `The pull request is closed. ${REOPEN}` : null;
}
