import type { Verdict } from '#domain/build/apply-verdicts.ts';
import type { Batch, Build } from '#domain/build/build.ts';
import { mayBeDoubted } from '#domain/build/progress.ts';

/**
 * The verdicts of a batch that say something of the symbols as they are now: those that it was asked for, and failures of what
 * another batch accepted and no later one judges: a wider test has found out what the symbol's own tests did not.
 */
export function heededVerdicts(build: Build, batch: Batch, verdicts: readonly Verdict[]): Verdict[] {
  const asked = new Set(batch.symbols);
  const later = new Set(build.batches.filter(({ number }) => number > batch.number).flatMap(({ symbols }) => symbols));
  return verdicts.filter(({ symbol: id, verdict }) => {
    // What a part could not execute may be executed by tests of a task that is still to come: it stays a candidate.
    if (asked.has(id)) return batch.early !== true || verdict !== 'not-executed';
    const symbol = build.symbols[id];
    return verdict === 'failed' && symbol !== undefined && mayBeDoubted(symbol) && !later.has(id);
  });
}
