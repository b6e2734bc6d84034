import type { Run } from '#domain/run/run.ts';
import type { ReviewFacts } from '#wording/review/review-facts.ts';

/** The head of a review: how many questions there are, and how to answer them. */
export function renderReviewSummary(
  run: Run,
  all: readonly ReviewFacts[],
  part: { from: number; count: number },
): string {
  if (part.from > 0) {
    const which =
      part.count === 1 ? `Question ${part.from + 1}` : `Questions ${part.from + 1} to ${part.from + part.count}`;
    return `${which} of ${all.length}.`;
  }
  const flagged = all.filter((facts) => facts.state.progress === 'flagged').length;
  const symbols = Object.values(run.build?.symbols ?? {}).filter((symbol) => symbol.progress !== 'existing').length;
  const failed = flagged === 0 ? '' : ` ${failedText(flagged, all.length)}`;
  return [
    `I ask you about **${all.length} of ${symbols}** pieces of this change: ${all.length === 1 ? 'the one' : 'those'} that I am least sure of.${failed} The rest passed every check that ran.`,
    'Resolve a thread if the piece is fine, edit the code on the branch, or reply `/mge regenerate` and what to change. Approving the pull request ends the review, whatever threads are open.',
  ].join('\n\n');
}

function failedText(flagged: number, all: number): string {
  if (all === 1) return 'It failed, and stands as a stub.';
  return flagged === 1 ? 'One of them failed, and stands as a stub.' : `${flagged} of them failed, and stand as stubs.`;
}
