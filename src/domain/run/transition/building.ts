import { addStrength } from '#domain/verdict/trial-results.ts';
import { applyVerdicts, type Regeneration } from '#domain/build/apply-verdicts.ts';
import { heededVerdicts } from '#domain/build/heeded-verdicts.ts';
import { isUnderWay, withSymbols } from '#domain/build/progress.ts';
import type { Effect } from '#domain/run/effect.ts';
import { advanceBuild } from '#domain/run/transition/advance-build.ts';
import { change, unchanged, type Handler } from '#domain/run/transition/change.ts';

export const onAtomRegenerated: Handler<'atom-regenerated'> = (run, event) => {
  const symbol = run.build?.symbols[event.symbol];
  if (run.build === null || symbol?.progress !== 'regenerating' || event.attempt < symbol.attempts)
    return unchanged(run);
  const { atom, text, attempt } = event;
  const replacements = [
    ...run.build.replacements.filter((each) => each.atom !== atom),
    { atom, symbol: symbol.id, text, attempt },
  ];
  const build = withSymbols({ ...run.build, replacements }, [{ ...symbol, progress: 'candidate', attempts: attempt }]);
  return advanceBuild({ ...run, build });
};

/** An unusable new text is an attempt like any other: it is tried again with the evidence, or the atom is flagged. */
export const onAtomRegenerationRejected: Handler<'atom-regeneration-rejected'> = (run, event) => {
  const symbol = run.build?.symbols[event.symbol];
  if (run.build === null || symbol?.progress !== 'regenerating' || event.attempt < symbol.attempts)
    return unchanged(run);
  const { failure, attempt } = event;
  // A focused call that brought nothing usable: the draft's own text is judged instead.
  if (attempt === 1)
    return advanceBuild({ ...run, build: withSymbols(run.build, [{ ...symbol, progress: 'candidate' }]) });
  const over =
    attempt >= run.settings.attempts || symbol.failure?.fingerprint === failure.fingerprint || symbol.decision !== null;
  if (over) {
    const flagged = { ...symbol, progress: 'flagged' as const, attempts: attempt, failure };
    return advanceBuild({ ...run, build: withSymbols(run.build, [flagged]) });
  }
  const next = { ...symbol, attempts: attempt + 1, failure };
  const again = { symbol: symbol.id, atom: event.atom, attempt: attempt + 1, failure };
  return change(run, { build: withSymbols(run.build, [next]) }, regenerate(again, ''));
};

export const onBatchCollected: Handler<'batch-collected'> = (run, event) => {
  const batch = run.build?.batches.find((each) => each.number === event.batch);
  if (run.build === null || batch?.state !== 'dispatched') return unchanged(run);
  const judged = applyVerdicts(run.build, heededVerdicts(run.build, batch, event.symbols), run.settings.attempts);
  const settled = new Set(judged.symbols.filter((each) => each.progress !== 'candidate').map(({ id }) => id));
  // Others that are under way judge the same texts: the first verdict stands.
  const batches = run.build.batches.map((each) =>
    each === batch
      ? { ...each, state: 'collected' as const }
      : { ...each, symbols: isUnderWay(each) ? each.symbols.filter((id) => !settled.has(id)) : each.symbols },
  );
  const build = withSymbols(
    {
      ...run.build,
      batches,
      suite: batch.early === true ? run.build.suite : event.suite,
      passedTests: [...new Set([...(run.build.passedTests ?? []), ...(event.passedTests ?? [])])],
      strength: addStrength(run.build.strength, event.strength),
      sandbox: event.sandbox,
    },
    judged.symbols,
  );
  const next = advanceBuild({ ...run, build });
  return { run: next.run, effects: [...judged.regenerations.map((again) => regenerate(again, '')), ...next.effects] };
};

export function regenerate(again: Regeneration, feedback: string): Effect {
  const { symbol, atom, attempt, failure } = again;
  return {
    type: 'regenerate-atom',
    key: `regenerate-atom/${symbol}/${attempt}`,
    symbol,
    atom,
    attempt,
    failure,
    feedback,
  };
}
