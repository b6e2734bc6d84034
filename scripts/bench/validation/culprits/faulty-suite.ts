import { judgeRun, type JudgedCase } from '#engine/validation/levels/judge-run.ts';
import { applyEdits } from '#scripts/bench/validation/faults/compare-texts.ts';
import { readText, writeText, type Library } from '#scripts/bench/validation/faults/library.ts';
import type { Judge } from '#scripts/bench/validation/faults/open-judge.ts';
import type { PlantedEdit } from '#scripts/bench/validation/culprits/plant-culprits.ts';
import type { SuspectSymbol } from '#scripts/bench/validation/culprits/read-suspects.ts';

/** Runs test files of a library with faults in it, and some functions as stubs. */
export type RunFaulty = (
  edits: readonly PlantedEdit[],
  stubbed: ReadonlySet<string>,
  files: readonly string[],
) => Promise<JudgedCase[]>;

export function createRunFaulty(
  judge: Judge,
  library: Library,
  suspects: readonly SuspectSymbol[],
  seconds: number,
): RunFaulty {
  return async (edits, stubbed, files) => {
    for (const file of library.sources) {
      const stubs = outermost(
        suspects.filter((one) => one.file === file && stubbed.has(one.id)).map(({ stub }) => stub),
      );
      const faults = edits.filter(
        (edit) => edit.file === file && !stubs.some((stub) => stub.start <= edit.start && edit.end <= stub.end),
      );
      writeText(judge.folder, file, applyEdits(readText(library.folder, file), [...stubs, ...faults]));
    }
    const run = await judge.toolchain.runTests(files, seconds * 1000);
    return judgeRun(run, { files, standing: stubbed });
  };
}

/** A stub around another one holds it. */
function outermost<T extends { readonly start: number; readonly end: number }>(ranges: readonly T[]): T[] {
  return ranges.filter(
    (one) => !ranges.some((other) => other !== one && other.start <= one.start && one.end <= other.end),
  );
}
