import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readCorpus } from '#scripts/bench/analysis/read-corpus.ts';
import { renderFigures } from '#scripts/bench/figure.ts';
import { measureCeiling, type Ceiling } from '#scripts/bench/repository/measure-ceiling.ts';
import { RepositoryFigures, type RepositoryRequest } from '#scripts/bench/repository/repository-figures.ts';

const rounds = 3;
const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * `npm run bench -- repository [FOLDER] [ENDINGS] [FILES] [WORKERS]`: whole files to a resolved graph as `mge graph` does it,
 * threads and their start included, and the most memory that it took. `FILES` are evenly chosen.
 */
export async function benchRepository(words: readonly string[]): Promise<void> {
  const [folder = 'node_modules', endings = 'js,mjs,cjs,ts,mts,tsx', most = '2800', count = '2'] = words;
  const corpus = await readCorpus(folder, endings, Number(most));
  const files = corpus.map(({ path }) => path);
  const size = corpus.reduce((sum, { text }) => sum + text.length, 0);
  const graph = measured({ kind: 'graph', workers: Number(count), files });
  const each = (time: number): string => `${(time / graph.files).toFixed(2)} ms a file`;
  const what = `${graph.files} files (${(size / 1e6).toFixed(1)} MB) of ${join(folder, `*.{${endings}}`)}`;
  console.log(
    renderFigures([
      { what: `${what}, ${count} workers → graph`, measured: each(graph.all), asked: '≤ 2.5' },
      { what: 'of that, reading', measured: each(graph.reading), asked: '' },
      { what: 'time of processors, all threads and the start of the process', measured: each(graph.cpu), asked: '' },
      { what: 'nodes, edges', measured: `${graph.nodes}, ${graph.edges}`, asked: '' },
      { what: 'peak RSS', measured: `${graph.peak.toFixed(0)} MB`, asked: '< 1 GB for 2,800 files' },
      { what: 'atomize: one worker ÷ two', measured: atomizeTimes(files), asked: '≥ 1.8' },
      { what: 'the parser alone: one ÷ two', measured: ceilingOf(await measureCeiling(files, rounds)), asked: '' },
    ]),
  );
}

function ceilingOf({ threads, processes }: Ceiling): string {
  return `${threads.toFixed(2)} (two processes: ${processes.toFixed(2)})`;
}

/** One and two threads, each in a process of its own, in turns: what else the machine does falls on both alike. */
function atomizeTimes(files: string[]): string {
  const times: Readonly<Record<'one' | 'two', number[]>> = { one: [], two: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.one.push(measured({ kind: 'atomize', workers: 1, files }).all / files.length);
    times.two.push(measured({ kind: 'atomize', workers: 2, files }).all / files.length);
  }
  const one = Math.min(...times.one);
  const two = Math.min(...times.two);
  return `${(one / two).toFixed(2)} (${one.toFixed(2)} and ${two.toFixed(2)} ms a file, the best of ${rounds})`;
}

/** Measures in a process that is started as `mge` is: what the bench itself loads is in no figure. */
function measured(request: RepositoryRequest): RepositoryFigures {
  const program = join(root, 'scripts/bench/repository/repository-process.ts');
  const input = JSON.stringify(request);
  const { stdout } = spawnSync(process.execPath, [...optionsOfMge(), program], {
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return RepositoryFigures.parse(JSON.parse(stdout));
}

const Package = z.object({ scripts: z.object({ mge: z.string() }) });

/** What `npm run mge` gives Node: the script without the program at its end. */
function optionsOfMge(): string[] {
  const { scripts } = Package.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  return scripts.mge.split(' ').slice(1, -1);
}
