import { addStrength } from '#domain/verdict/trial-results.ts';
import { applyVerdicts, type Regeneration } from '#domain/build/apply-verdicts.ts';
import type { Build } from '#domain/build/build.ts';
import { withSymbols } from '#domain/build/progress.ts';
import type { Effect } from '#domain/run/effect.ts';
import { advanceBuild } from '#domain/run/transition/advance-build.ts';
import { change, unchanged, type Handler } from '#domain/run/transition/change.ts';
import { withoutLostThreads } from '#domain/run/transition/reviewing.ts';

export const onProjectAnalysed: Handler<'project-analysed'> = (run, event) => {
  if (run.stage !== 'analysing') return unchanged(run);
  const before = run.build;
  const build: Build = {
    branch: event.branch,
    base: event.base,
    // A revised plan goes on where the branch stands.
    head: before?.head ?? event.base,
    files: event.files,
    dropped: event.dropped ?? {},
    analysis: event.analysis,
    levels: event.levels,
    symbols: Object.fromEntries(event.symbols.map((symbol) => [symbol.id, symbol])),
    atoms: Object.fromEntries(event.atoms.map((atom) => [atom.id, atom])),
    replacements: [],
    batches: before?.batches.map((batch) => ({ ...batch, state: 'collected' as const })) ?? [],
    committedLevels: 0,
    committing: false,
    pushed: before?.pushed ?? null,
    suite: null,
    sandbox: null,
  };
  return advanceBuild(withoutLostThreads({ ...run, stage: 'building', build }));
};

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
  const asked = event.symbols.filter((verdict) => batch.symbols.includes(verdict.symbol));
  const judged = applyVerdicts(run.build, asked, run.settings.attempts);
  const batches = run.build.batches.map((each) => (each === batch ? { ...each, state: 'collected' as const } : each));
  const build = withSymbols(
    {
      ...run.build,
      batches,
      suite: event.suite,
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
