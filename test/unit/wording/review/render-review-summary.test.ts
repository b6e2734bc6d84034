import { renderReviewSummary } from '#wording/review/render-review-summary.ts';
import type { ReviewFacts } from '#wording/review/review-facts.ts';
import { flagged, unsure } from '#test/support/review-samples.ts';
import { reviewedWorld } from '#test/support/reviewed-world.ts';
import { describeRenderer } from '#test/support/wording-snapshots.ts';

async function render(all: readonly ReviewFacts[], part = { from: 0, count: all.length }): Promise<string> {
  return renderReviewSummary((await reviewedWorld()).run, all, part);
}

describeRenderer('render-review-summary', {
  'one question': () => render([unsure]),
  'one of two failed': () => render([flagged, unsure]),
  'several failed': () => render([flagged, flagged, unsure]),
  'the only one failed': () => render([flagged]),
  'a further review': () => render([flagged, unsure, unsure], { from: 1, count: 2 }),
  'a further review with one question': () => render([flagged, unsure], { from: 1, count: 1 }),
});
