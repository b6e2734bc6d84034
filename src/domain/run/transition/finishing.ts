import { andThen, change, unchanged, type Handler } from '#domain/run/transition/change.ts';
import { startReporting } from '#domain/run/transition/start-review.ts';

export const onReportPublished: Handler<'report-published'> = (run, _event, { at }) =>
  run.stage === 'reporting' ? change(run, { stage: 'done', finishedAt: at }) : unchanged(run);

/** Approval by a person with write permission ends the review, whatever threads are open. */
export const onReviewSubmitted: Handler<'review-submitted'> = (run, event) =>
  run.stage === 'reviewing' && event.verdict === 'approved' && event.headSha === run.build?.head
    ? startReporting(run)
    : unchanged(run);

export const onPullRequestClosed: Handler<'pull-request-closed'> = (run, event, { at }) => {
  if (run.stage === 'done' || run.stage === 'cancelled') return unchanged(run);
  if (event.merged) return andThen(startReporting(run), (next) => change(next, { finishedAt: at, paused: null }));
  const nextStep =
    'Open the pull request again (restore its branch first, if that is gone) and type `/mge resume`, or `/mge cancel`.';
  return change(run, { paused: { by: event.sender, reason: 'the pull request was closed', nextStep, code: 'paused' } });
};
