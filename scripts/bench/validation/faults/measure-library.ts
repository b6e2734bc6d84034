import type { ChosenSandbox } from '#adapters/sandbox/choose-sandbox.ts';
import type { Syntax } from '#ports/syntax.ts';
import { compareTexts } from '#scripts/bench/validation/faults/compare-texts.ts';
import { goodVariants } from '#scripts/bench/validation/faults/good-variants.ts';
import { readLibrary, writeText, type Library } from '#scripts/bench/validation/faults/library.ts';
import { openKeptOutcomes } from '#scripts/bench/validation/faults/kept-outcomes.ts';
import { filterIn } from '#scripts/bench/validation/faults/filter-in.ts';
import { openJudge, type Judge } from '#scripts/bench/validation/faults/open-judge.ts';
import { plantFaults, type Fault } from '#scripts/bench/validation/faults/plant-faults.ts';
import { notices, runSuite, type SuiteRun } from '#scripts/bench/validation/faults/run-suite.ts';

export interface LibraryFigures {
  readonly faults: number;
  readonly kinds: number;
  /** Faults left after the suite alone, after the type check as well, and after the comparison of behaviour as well. */
  readonly afterSuite: readonly Fault[];
  readonly afterTypes: readonly Fault[];
  readonly afterBehaviour: readonly Fault[];
  readonly good: number;
  readonly wronglyRejected: readonly string[];
  readonly suiteSeconds: number;
  readonly comparisonSeconds: number;
}

export interface Bench {
  readonly chosen: ChosenSandbox;
  readonly syntax: Syntax;
  readonly count: number;
  readonly lanes: number;
  /** Folder in which outcomes of suites are kept, or null. */
  readonly kept: string | null;
  readonly say: (line: string) => void;
}

const COMPARE_SECONDS = 90;

/** Plants faults into a library and counts which of them each check of ours lets through, and which good changes it refuses. */
export async function measureLibrary(folder: string, bench: Bench): Promise<LibraryFigures> {
  const library = readLibrary(folder);
  const faults = plantFaults(library, bench.syntax, bench.count);
  const judges = await Promise.all(Array.from({ length: bench.lanes }, () => openJudge(library, bench.chosen)));
  try {
    const [first] = judges;
    if (first === undefined) throw new Error('no lane');
    const good = await runSuite(first, library, 120);
    if (good.passed.size === 0) throw new Error(`the suite of ${folder} does not run: ${good.run.output}`);
    bench.say(
      `${folder}: ${good.passed.size} cases pass in ${(good.milliseconds / 1000).toFixed(1)} s; ${faults.length} faults`,
    );
    const deps = { library, good, bench };
    const kept = openKeptOutcomes(bench.kept, folder);
    const afterSuite = await filterIn(judges, faults, (judge, fault) =>
      kept.survives(fault, () => survivesSuite(judge, fault, deps)),
    );
    bench.say(`${afterSuite.length} survive the suite`);
    const afterTypes = await filterIn(judges, afterSuite, (judge, fault) => survivesTypes(judge, fault));
    const started = performance.now();
    const afterBehaviour = await filterIn(judges, afterTypes, async (judge, fault) => {
      const run = await compareTexts({ judge, library, syntax: bench.syntax }, [fault], COMPARE_SECONDS);
      if (run.differences.length === 0)
        bench.say(
          `survives: ${fault.file}:${fault.line} ${fault.kind} "${fault.was.slice(fault.start, fault.end).slice(0, 50)}" → "${fault.text.slice(0, 50)}" inputs ${[...run.inputs.values()].join()} ${[...run.skipped.values()].join('; ')}`,
        );
      return run.differences.length === 0;
    });
    const comparisonSeconds = (performance.now() - started) / 1000 / Math.max(1, afterTypes.length);
    const variants = goodVariants(library, bench.syntax);
    const wrongly: string[] = [];
    await filterIn(judges, variants, async (judge, variant) => {
      const run = await compareTexts({ judge, library, syntax: bench.syntax }, [variant], COMPARE_SECONDS * 3);
      for (const one of run.differences)
        wrongly.push(`${variant.kind} ${variant.file} [${one.target}]: ${one.input}: was ${one.was}, is ${one.now}`);
      return true;
    });
    return {
      faults: faults.length,
      kinds: new Set(faults.map((one) => one.kind)).size,
      afterSuite,
      afterTypes,
      afterBehaviour,
      good: variants.reduce((sum, one) => sum + one.functions, 0),
      wronglyRejected: wrongly,
      suiteSeconds: good.milliseconds / 1000,
      comparisonSeconds,
    };
  } finally {
    await Promise.all(judges.map((judge) => judge.close()));
  }
}

async function survivesSuite(judge: Judge, fault: Fault, deps: { library: Library; good: SuiteRun }): Promise<boolean> {
  writeText(judge.folder, fault.file, fault.now);
  const seconds = Math.max(10, Math.ceil((deps.good.milliseconds / 1000) * 4));
  const run = await runSuite(judge, deps.library, seconds);
  writeText(judge.folder, fault.file, fault.was);
  return !notices(deps.good, run);
}

/** Level 1's other checks: syntax and types. A project without a type check notices nothing here. */
async function survivesTypes(judge: Judge, fault: Fault): Promise<boolean> {
  const before = await judge.toolchain.typecheck([fault.file], false);
  writeText(judge.folder, fault.file, fault.now);
  const run = await judge.toolchain.typecheck([fault.file], false);
  writeText(judge.folder, fault.file, fault.was);
  return run.diagnostics.length <= before.diagnostics.length;
}
