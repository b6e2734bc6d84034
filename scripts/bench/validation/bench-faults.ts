import { basename } from 'node:path';
import { chooseSandbox } from '#adapters/sandbox/choose-sandbox.ts';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { measureLibrary, type LibraryFigures } from '#scripts/bench/validation/faults/measure-library.ts';

const COUNT = 200;
const LANES = 2;
const GOOD = 40;
const VALUED: readonly string[] = ['--count', '--good', '--lanes', '--keep'];

/** `--faults DIR… [--count N] [--good N] [--lanes N] [--keep FOLDER]`: plants faults into libraries with their own suites and says which survive what. */
export async function benchFaults(words: readonly string[]): Promise<void> {
  const [folders, count, lanes] = [
    words.filter((word, at) => !isOption(word) && !VALUED.includes(words[at - 1] ?? '')),
    numberOf(words, '--count', COUNT),
    numberOf(words, '--lanes', LANES),
  ];
  const kept = words[words.indexOf('--keep') + 1] ?? null;
  const good = numberOf(words, '--good', GOOD);
  const options = { count, good, lanes, kept: words.includes('--keep') ? kept : null };
  const chosen = await chooseSandbox({ mode: 'auto' });
  if (!chosen.executes) throw new Error(`nothing to measure: ${chosen.note}`);
  const syntax = await createTreeSitterSyntax();
  const rows: string[] = [];
  try {
    for (const folder of folders) {
      const figures = await measureLibrary(folder, { chosen, syntax, ...options, say: (line) => console.log(line) });
      for (const line of figures.wronglyRejected) console.log(`wrongly rejected: ${line}`);
      rows.push(rowOf(basename(folder), figures));
    }
  } finally {
    chosen.close();
  }
  const head = [
    'library',
    'faults (kinds)',
    'suite alone',
    '+ types',
    '+ behaviour',
    'left of the suite’s',
    'good functions',
    'wrongly rejected',
    'suite',
    'a comparison',
  ];
  console.log([head, head.map(() => '---')].map((cells) => `| ${cells.join(' | ')} |`).join('\n'));
  console.log(rows.join('\n'));
}

function rowOf(name: string, figures: LibraryFigures): string {
  const share = (left: readonly unknown[]): string =>
    `${left.length} (${((100 * left.length) / figures.faults).toFixed(1)} %)`;
  const third =
    figures.afterSuite.length === 0
      ? '–'
      : `${((100 * figures.afterBehaviour.length) / figures.afterSuite.length).toFixed(0)} %`;
  const cells = [
    name,
    `${figures.faults} (${figures.kinds})`,
    share(figures.afterSuite),
    share(figures.afterTypes),
    share(figures.afterBehaviour),
    third,
    String(figures.good),
    String(figures.wronglyRejected.length),
    `${figures.suiteSeconds.toFixed(1)} s`,
    `${figures.comparisonSeconds.toFixed(1)} s`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function isOption(word: string | undefined): boolean {
  return word === '--faults' || VALUED.includes(word ?? '');
}

function numberOf(words: readonly string[], option: string, otherwise: number): number {
  const at = words.indexOf(option);
  return at < 0 ? otherwise : Number(words[at + 1]);
}
