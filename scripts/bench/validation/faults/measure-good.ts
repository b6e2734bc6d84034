import { compareTexts } from '#scripts/bench/validation/faults/compare-texts.ts';
import { filterIn } from '#scripts/bench/validation/faults/filter-in.ts';
import { goodVariants } from '#scripts/bench/validation/faults/good-variants.ts';
import { openKeptOutcomes } from '#scripts/bench/validation/faults/kept-outcomes.ts';
import type { Library } from '#scripts/bench/validation/faults/library.ts';
import type { Bench } from '#scripts/bench/validation/faults/measure-library.ts';
import type { Judge } from '#scripts/bench/validation/faults/open-judge.ts';

export interface GoodFigures {
  /** Functions that were compared with a text that does the same. */
  readonly good: number;
  readonly wronglyRejected: readonly string[];
}

const SECONDS = 120;

/** Compares functions with texts of them that do the same, and tells which of these are refused. */
export async function measureGood(
  judges: readonly Judge[],
  library: Library,
  folder: string,
  { syntax, kept, good, say }: Bench,
): Promise<GoodFigures> {
  const keep = openKeptOutcomes(kept, folder, 'good');
  const wronglyRejected: string[] = [];
  let compared = 0;
  await filterIn(judges, goodVariants(library, syntax, good), async (judge, variant) => {
    const outcome = await keep(`${variant.file} ${variant.functions.join(' ')}`, async () => {
      const run = await compareTexts({ judge, library, syntax }, [variant], SECONDS);
      for (const reason of run.skipped.values()) say(`not compared: ${variant.file}: ${reason}`);
      const differences = run.differences.map((one) => `${one.target}: ${one.input}: was ${one.was}, is ${one.now}`);
      return [String([...run.inputs.values()].filter((inputs) => inputs > 0).length), ...differences];
    });
    const [count = '0', ...differences] = outcome;
    compared += Number(count);
    wronglyRejected.push(...differences.map((one) => `${variant.file} ${variant.functions.join(' ')} ${one}`));
    return true;
  });
  return { good: compared, wronglyRejected };
}
