import type { Judge } from '#scripts/bench/validation/faults/open-judge.ts';
import { writeText, type Library } from '#scripts/bench/validation/faults/library.ts';
import type { Fault } from '#scripts/bench/validation/faults/plant-faults.ts';
import { fileThatNotices, notices, runSuite, type SuiteRun } from '#scripts/bench/validation/faults/run-suite.ts';

/** Whether a library's own suite lets a fault through. */
export type SurvivesSuite = (judge: Judge, fault: Fault) => Promise<boolean>;

/** The test file that noticed the last fault of the same file is run first: most of the others end there as well. */
export function createSurvivesSuite(library: Library, good: SuiteRun): SurvivesSuite {
  const telling = new Map<string, string>();
  return async (judge, fault) => {
    writeText(judge.folder, fault.file, fault.now);
    try {
      const first = telling.get(fault.file);
      const orders = first === undefined ? [library.tests] : [[first], library.tests];
      for (const tests of orders) {
        const seconds = Math.max(10, Math.ceil((good.milliseconds / 1000) * 4));
        const run = await runSuite(judge, { ...library, tests }, seconds);
        if (!notices(good, run, tests)) continue;
        const file = fileThatNotices(good, run);
        if (file !== null) telling.set(fault.file, file);
        return false;
      }
      return true;
    } finally {
      writeText(judge.folder, fault.file, fault.was);
    }
  };
}
