import { selectForReview } from '#domain/review/select-for-review.ts';
import type { Run } from '#domain/run/run.ts';
import { change, type Change } from '#domain/run/transition/change.ts';

/** Chooses the atoms to ask people about; when there is nothing to ask, the run goes straight to its report. */
export function startReview(run: Run): Change {
  const { build, settings } = run;
  const selected = build === null ? [] : selectForReview(build, settings.review.share, settings.atoms);
  if (selected.length === 0) return startReporting(run);
  const review = { selected, threads: {}, posted: false };
  return change(run, { review, stage: 'reviewing' }, { type: 'post-review', key: 'post-review' });
}

export function startReporting(run: Run): Change {
  return change(run, { stage: 'reporting' }, { type: 'publish-report', key: 'publish-report', place: null });
}
