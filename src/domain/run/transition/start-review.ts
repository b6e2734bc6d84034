import { selectForReview } from '#domain/review/select-for-review.ts';
import type { Run } from '#domain/run/run.ts';
import { change, type Change } from '#domain/run/transition/change.ts';

/** Chooses the atoms to ask people about; when there is nothing to ask, the run goes straight to its report. */
export function startReview(run: Run): Change {
  const { build, settings } = run;
  const threads = run.review?.threads ?? {};
  const lowest = build === null ? [] : selectForReview(build, settings.review.share, settings.atoms);
  // People may have asked, or been asked, about some already: a thread each is enough.
  const selected = lowest.filter((id) => threads[id] === undefined);
  const open = Object.values(threads).some((thread) => thread.state !== 'settled');
  if (selected.length === 0 && !open) return startReporting(run);
  const review = { selected, threads, posted: false };
  const key = `post-review/${run.plan?.revision ?? 1}`;
  return change(run, { review, stage: 'reviewing' }, { type: 'post-review', key });
}

export function startReporting(run: Run): Change {
  return change(
    run,
    { stage: 'reporting' },
    { type: 'publish-report', key: 'publish-report', place: null },
    { type: 'learn', key: 'learn' },
  );
}
