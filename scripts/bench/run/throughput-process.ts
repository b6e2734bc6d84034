import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderFigures } from '#scripts/bench/figure.ts';
import { readGraphs } from '#scripts/bench/run/symbol-graph.ts';
import { drawWorkload } from '#scripts/bench/run/workload.ts';
import { workRuns } from '#scripts/bench/run/work-runs.ts';

const RUNS = 10;
const AT_ONCE = 10;
const HOUR = 3600;

/** What `npm run bench -- throughput` measures, in a process of its own. */
async function measure([url, redisUrl]: readonly string[]): Promise<void> {
  const graph = readGraphs().find(({ name }) => name === 'starlette');
  if (graph === undefined) throw new Error('the graph is gone');
  const folder = mkdtempSync(join(tmpdir(), 'mge-bench-'));
  const work = Array.from({ length: RUNS }, (_, seed) => drawWorkload(graph, { seed, failing: 0.15 }));
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 100);
  const began = performance.now();
  const cpu = process.cpuUsage();
  const servers = url === undefined || redisUrl === undefined ? null : { store: { url }, redis: redisUrl };
  await workRuns(servers ?? { store: { folder }, redis: null }, { work, atOnce: AT_ONCE });
  clearInterval(watch);
  const used = process.cpuUsage(cpu);
  const seconds = (performance.now() - began) / 1000;
  const cpuSeconds = (used.user + used.system) / 1e6;
  rmSync(folder, { recursive: true, force: true });
  const what = `one process, ${servers === null ? 'PGlite' : 'PostgreSQL and Redis'}, ${graph.levels.length} atoms a run, ${AT_ONCE} at once`;
  console.log(
    renderFigures([
      { what: `${what}: runs an hour`, measured: `${Math.round((RUNS / seconds) * HOUR)}`, asked: '≥ 100' },
      { what: 'processor time of a run', measured: `${(cpuSeconds / RUNS).toFixed(1)} s`, asked: '–' },
      { what: 'most memory', measured: `${Math.round(most / 2 ** 20)} MB`, asked: '< 512 MB' },
    ]),
  );
}

await measure(process.argv.slice(2));
