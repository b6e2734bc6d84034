import type { ChosenSandbox } from '#adapters/sandbox/choose-sandbox.ts';
import type { Syntax } from '#ports/syntax.ts';
import { readLibrary } from '#scripts/bench/validation/faults/library.ts';
import { openKeptOutcomes } from '#scripts/bench/validation/faults/kept-outcomes.ts';
import { filterIn } from '#scripts/bench/validation/faults/filter-in.ts';
import { measureGood, type GoodFigures } from '#scripts/bench/validation/faults/measure-good.ts';
import { openJudge, type Judge } from '#scripts/bench/validation/faults/open-judge.ts';
import { plantFaults, type Fault } from '#scripts/bench/validation/faults/plant-faults.ts';
import { runSuite } from '#scripts/bench/validation/faults/run-suite.ts';
import { createSurvivesSuite } from '#scripts/bench/validation/faults/survives-suite.ts';
import { survivesComparison, survivesTypes } from '#scripts/bench/validation/faults/survives-checks.ts';

export interface LibraryFigures extends GoodFigures {
  readonly faults: number;
  readonly kinds: number;
  /** Faults left after the suite alone, after the type check as well, and after the comparison of behaviour as well. */
  readonly afterSuite: readonly Fault[];
  readonly afterTypes: readonly Fault[];
  readonly afterBehaviour: readonly Fault[];
  readonly suiteSeconds: number;
  readonly comparisonSeconds: number;
}

export interface Bench {
  readonly chosen: ChosenSandbox;
  readonly syntax: Syntax;
  readonly count: number;
  /** Good functions to compare. */
  readonly good: number;
  readonly lanes: number;
  /** Folder in which outcomes are kept, or null. */
  readonly kept: string | null;
  readonly say: (line: string) => void;
}

/** Plants faults into a library and counts which of them each check of ours lets through, and which good changes it refuses. */
export async function measureLibrary(folder: string, bench: Bench): Promise<LibraryFigures> {
  const library = readLibrary(folder);
  const judges = await Promise.all(Array.from({ length: bench.lanes }, () => openJudge(library, bench.chosen)));
  try {
    const [first] = judges;
    if (first === undefined) throw new Error('no lane');
    const good = await runSuite(first, library, 120);
    if (good.passed.size === 0) throw new Error(`the suite of ${folder} does not run: ${good.run.output}`);
    const suiteSeconds = good.milliseconds / 1000;
    const faults = plantFaults(library, bench.syntax, bench.count);
    bench.say(`${folder}: ${good.passed.size} cases pass in ${suiteSeconds.toFixed(1)} s; ${faults.length} faults`);
    const left = async (
      part: string,
      some: readonly Fault[],
      survives: (judge: Judge, fault: Fault) => Promise<boolean>,
    ) => {
      const keep = openKeptOutcomes(bench.kept, folder, part);
      const named = (fault: Fault): string => `${fault.file} ${fault.start}-${fault.end} ${fault.text}`;
      const test = async (judge: Judge, fault: Fault): Promise<boolean> =>
        (await keep(named(fault), async () => ((await survives(judge, fault)) ? [] : ['noticed']))).length === 0;
      const found = await filterIn(judges, some, test);
      bench.say(`${found.length} survive: ${part}`);
      return found;
    };
    const afterSuite = await left('suite', faults, createSurvivesSuite(library, good));
    const afterTypes = await left('types', afterSuite, survivesTypes);
    const started = performance.now();
    const deps = { library, syntax: bench.syntax, say: bench.say };
    const afterBehaviour = await left('comparison', afterTypes, survivesComparison(deps));
    const comparisonSeconds = (performance.now() - started) / 1000 / Math.max(1, afterTypes.length);
    const kinds = new Set(faults.map((one) => one.kind)).size;
    const figures = { faults: faults.length, kinds, afterSuite, afterTypes, afterBehaviour, suiteSeconds };
    return { ...figures, comparisonSeconds, ...(await measureGood(judges, library, folder, bench)) };
  } finally {
    await Promise.all(judges.map((judge) => judge.close()));
  }
}
