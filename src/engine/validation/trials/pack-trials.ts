import type { ManifestMutant } from '#domain/verdict/manifest-trials.ts';

/** A planted fault and the test files that should notice it. */
export interface Trial {
  readonly mutant: ManifestMutant;
  readonly files: readonly string[];
}

/**
 * Puts trials together that can run at once: no test file should notice more than one of them. The first fault of every
 * symbol comes before the second of any, so that little time still says something of all. Trials without a test are left out.
 */
export function packTrials(trials: readonly Trial[]): Trial[][] {
  const turns = new Map<string, number>();
  const ranked = trials
    .filter((trial) => trial.files.length > 0)
    .map((trial) => {
      const turn = turns.get(trial.mutant.symbol) ?? 0;
      turns.set(trial.mutant.symbol, turn + 1);
      return { trial, turn };
    })
    .toSorted((left, right) => left.turn - right.turn);
  const batches: { trials: Trial[]; files: Set<string>; turn: number }[] = [];
  for (const { trial, turn } of ranked) {
    const fits = batches.find((batch) => batch.turn === turn && trial.files.every((file) => !batch.files.has(file)));
    const batch = fits ?? { trials: [], files: new Set<string>(), turn };
    if (fits === undefined) batches.push(batch);
    batch.trials.push(trial);
    for (const file of trial.files) batch.files.add(file);
  }
  return batches.map((batch) => batch.trials);
}
