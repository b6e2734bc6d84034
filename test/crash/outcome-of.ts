import type { killRound } from '#test/crash/kill-round.ts';

/** Without what was paid: an answer that never arrived is asked for again. */
export function unpriced(portrait: unknown): unknown {
  return JSON.parse(JSON.stringify(portrait).replaceAll(/\$\d+\.\d+|, \d+ model calls|\| \d+ \| \d+ \|/g, '…'));
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
