import type { Run } from '#domain/run/run.ts';
import type { ReviewFacts } from '#wording/review/review-facts.ts';

/** The head of a review: how many questions there are, and how to answer them. */
export function renderReviewSummary(
  run: Run,
  all: readonly ReviewFacts[],
  part: { from: number; count: number },
): string {
  if (part.from > 0) return `More questions: ${part.from + 1} to ${part.from + part.count} of ${all.length}.`;
  const flagged = all.filter((facts) => facts.state.progress === 'flagged').length;
  const symbols = Object.values(run.build?.symbols ?? {}).filter((symbol) => symbol.progress !== 'existing').length;
  const failed =
    flagged === 0
      ? ''
      : ` ${flagged === 1 ? 'One of them' : `${flagged} of them`} failed and ${flagged === 1 ? 'stands' : 'stand'} as a stub.`;
  return [
    `MGE asks you about **${all.length} of ${symbols}** pieces of this change: those it is least sure of.${failed} The rest passed every check that ran.`,
    'Each comment says what the piece promises and why it was chosen. Resolve the thread if it is fine, edit it, or reply `/mge regenerate` with what to change.',
  ].join('\n\n');
}
