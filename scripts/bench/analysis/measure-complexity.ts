import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { SourceFile } from '#domain/atom/source-file.ts';
import { functionComplexities } from '#scripts/bench/analysis/function-complexities.ts';
import type { Figure } from '#scripts/bench/figure.ts';
import type { Syntax } from '#ports/syntax.ts';

const Report = z.object({
  diagnostics: z.array(
    z.object({
      message: z.string(),
      filename: z.string(),
      labels: z.array(z.object({ span: z.object({ offset: z.int(), length: z.int() }) })),
    }),
  ),
});

/** Files a run of the linter takes. */
const batch = 100;

/** Complexity of each function against oxlint's own implementation of ESLint's `complexity`; files of plain ASCII, for its offsets are bytes. */
export async function measureComplexity(syntax: Syntax, files: readonly SourceFile[]): Promise<Figure> {
  const folder = await mkdtemp(join(tmpdir(), 'mge-bench-'));
  const config = join(folder, 'config.json');
  const rules = { complexity: ['error', { max: 0 }] };
  await writeFile(config, JSON.stringify({ categories: { correctness: 'off' }, plugins: [], rules }));
  const plain = files.filter(({ text }) => /^[\0-\u007F]*$/u.test(text));
  let all = 0;
  let different = 0;
  for (let from = 0; from < plain.length; from += batch) {
    const some = plain.slice(from, from + batch);
    const wanted = lintedComplexities(config, some);
    for (const file of some) {
      const own = functionComplexities(syntax.parse(file));
      for (const [place, complexity] of wanted.get(file.path) ?? []) {
        // An overload's signature: no function to ESLint.
        if (file.text.charAt(place - 1) === ';') continue;
        all += complexity.length;
        if (sorted(complexity) === sorted(own.get(place) ?? [])) continue;
        different += 1;
        console.error(`${file.path}:${place}: ${sorted(complexity)}, not ${sorted(own.get(place) ?? [])}`);
      }
    }
  }
  await rm(folder, { recursive: true });
  return { what: `complexity of ${all} functions (JS, TS)`, measured: `${different} differ`, asked: '0 wrong' };
}

/** File → where a function ends → complexities of the functions that end there. */
function lintedComplexities(config: string, files: readonly SourceFile[]): Map<string, Map<number, number[]>> {
  const paths = files.map(({ path }) => path);
  const args = ['oxlint', '-c', config, '--format', 'json', '--no-ignore', ...paths];
  const { stdout } = spawnSync('npx', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const found = new Map<string, Map<number, number[]>>();
  for (const { message, filename, labels } of Report.parse(JSON.parse(stdout)).diagnostics) {
    const complexity = /has a complexity of (\d+)\./u.exec(message)?.[1];
    const [label] = labels;
    if (complexity === undefined || label === undefined || message.startsWith('class ')) continue;
    const places = found.get(filename) ?? new Map<number, number[]>();
    found.set(filename, places);
    const end = label.span.offset + label.span.length;
    places.set(end, [...(places.get(end) ?? []), Number(complexity)]);
  }
  return found;
}

function sorted(numbers: readonly number[]): string {
  return numbers.toSorted((a, b) => a - b).join(' ');
}
