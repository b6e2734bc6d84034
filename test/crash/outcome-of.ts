import type { killRound } from '#test/crash/kill-round.ts';

const PRICES = /\$\d+\.\d+|, \d+ (?:model calls|calls to Claude)|\| \d+ \| \d+ \|/g;
/** Rows of the table of costs, in JSON: dearest first, so that another price may stand in another row. */
const COST_ROWS = /(?:\| [a-z]+ \| … …\\n)+/g;

/** Without what was paid: an answer that never arrived is asked for again. */
export function unpriced(portrait: unknown): unknown {
  const text = JSON.stringify(portrait)
    .replaceAll(PRICES, '…')
    .replaceAll(COST_ROWS, (rows) => rows.split('\\n').toSorted().join('\\n'));
  return JSON.parse(text);
}

type Round = Pick<Awaited<ReturnType<typeof killRound>>, 'portrait' | 'ledger'>;

/**
 * What a run left behind, to compare with another one's. Where a kill cut an answer off, the question was asked again
 * and found its prompt in the model's cache: it cost less, and only then prices are left out.
 */
export function outcomeOf({ portrait, ledger }: Round, answersLost: number) {
  if (answersLost === 0) return { portrait, ledger };
  const { usd: _price, ...booked } = ledger;
  return { portrait: unpriced(portrait), ledger: booked };
}
