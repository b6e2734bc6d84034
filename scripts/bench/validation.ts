import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { chooseSandbox } from '#adapters/sandbox/choose-sandbox.ts';
import { runValidation } from '#action/src/run-validation.ts';
import { makeLevel, type BenchLevel } from '#scripts/bench/validation/make-level.ts';
import { measurePairs, median, timeOf, type Pairs } from '#scripts/bench/validation/measure-pairs.ts';
import { runPlainly } from '#scripts/bench/validation/run-plainly.ts';
import { measureSandbox } from '#scripts/bench/validation/measure-sandbox.ts';

const STARTS = 60;
const LEVELS = 7;
const MODULES = resolve('node_modules');

/** Sandbox overhead, and a level of 100 atoms against a plain run of the same checks; each pair measured back to back. */
export async function benchValidation(): Promise<void> {
  const chosen = await chooseSandbox({ mode: 'auto' });
  if (!chosen.executes) throw new Error(`nothing to measure: ${chosen.note}`);
  try {
    const starts = await measureSandbox(chosen.sandbox, STARTS);
    const clean = await measureLevel(makeLevel([]));
    const faulty = await measureLevel(makeLevel([7, 42, 93]));
    print([
      ['sandbox over the bare command, median', `${median(starts.extra).toFixed(1)} ms`, '≤ 15 ms'],
      ['a level of 100 atoms over one plain run', ratio(clean), '≤ 1.3 ×'],
      ['… the same, three of them wrong', ratio(faulty), '–'],
    ]);
    console.log(`\nBare command ${median(starts.base).toFixed(1)} ms. ${describe('Plain run', clean)}`);
  } finally {
    chosen.close();
  }
}

/** The whole action, its sandbox's self-test included, against the project's own commands without a sandbox. */
function measureLevel(level: BenchLevel): Promise<Pairs> {
  const plain = (): Promise<void> => runPlainly(level, MODULES);
  const judged = async (): Promise<void> => {
    const folder = level.write();
    const chosen = await chooseSandbox({ mode: 'auto' });
    try {
      const { manifest } = level;
      const say = (): void => undefined;
      const results = await runValidation({
        manifest,
        workspace: folder,
        headSha: '0'.repeat(40),
        chosen,
        modules: MODULES,
        say,
      });
      const failed = results.atoms.filter((atom) => atom.verdict === 'failed').map((atom) => atom.symbol);
      if (results.error !== null || failed.join(' ') !== level.wrong.join(' '))
        throw new Error(`the level was misjudged: ${JSON.stringify(results.error ?? failed)}`);
    } finally {
      chosen.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };
  return measurePairs({ base: () => timeOf(plain), changed: () => timeOf(judged), rounds: LEVELS });
}

function ratio(pairs: Pairs): string {
  return `${median(pairs.ratios).toFixed(2)} ×`;
}

function describe(name: string, { base, changed }: Pairs): string {
  return `${name} ${(median(base) / 1000).toFixed(2)} s, judged ${(median(changed) / 1000).toFixed(2)} s (medians).`;
}

function print(rows: readonly (readonly [string, string, string])[]): void {
  const all = [['figure', 'measured', 'asked'], ['---', '---', '---'], ...rows];
  for (const row of all) console.log(`| ${row.join(' | ')} |`);
}
