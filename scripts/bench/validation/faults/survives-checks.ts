import type { Syntax } from '#ports/syntax.ts';
import { compareTexts } from '#scripts/bench/validation/faults/compare-texts.ts';
import { writeText, type Library } from '#scripts/bench/validation/faults/library.ts';
import type { Judge } from '#scripts/bench/validation/faults/open-judge.ts';
import type { Fault } from '#scripts/bench/validation/faults/plant-faults.ts';

const COMPARE_SECONDS = 90;

/** Level 1's other checks: syntax and types. A project without a type check notices nothing here. */
export async function survivesTypes(judge: Judge, fault: Fault): Promise<boolean> {
  const before = await judge.toolchain.typecheck([fault.file], false);
  writeText(judge.folder, fault.file, fault.now);
  const run = await judge.toolchain.typecheck([fault.file], false);
  writeText(judge.folder, fault.file, fault.was);
  return run.diagnostics.length <= before.diagnostics.length;
}

/** The comparison with the good version; a fault that it lets through is told. */
export function survivesComparison(deps: {
  readonly library: Library;
  readonly syntax: Syntax;
  readonly say: (line: string) => void;
}): (judge: Judge, fault: Fault) => Promise<boolean> {
  return async (judge, fault) => {
    const run = await compareTexts({ ...deps, judge }, [fault], COMPARE_SECONDS);
    const [planted, text] = [fault.was.slice(fault.start, fault.end), fault.text].map((one) => one.slice(0, 50));
    const outcome = `${[...run.inputs.values()].join()} ${[...run.skipped.values()].join('; ')}`;
    const survives = run.differences.length === 0;
    if (survives)
      deps.say(`survives: ${fault.file}:${fault.line} ${fault.kind} "${planted}" → "${text}" inputs ${outcome}`);
    return survives;
  };
}
