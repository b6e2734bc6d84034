import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderFigures } from '#scripts/bench/figure.ts';
import { forkWorkers } from '#scripts/bench/run/fork-workers.ts';
import { specLabelled } from '#scripts/bench/run/run-world.ts';
import { drawLoad, RUNS, watchUse, type Use } from '#scripts/bench/run/throughput-load.ts';
import { openSite, startRunsWorker, type Site } from '#scripts/bench/run/work-runs.ts';
import { createWorldsOf, runId } from '#scripts/bench/run/worlds-of.ts';

const HOUR = 3600;
const { work, atoms } = drawLoad();
const worldOf = createWorldsOf(work);

interface Workers {
  close(): Promise<readonly Use[]>;
}

/** Begins all runs at once, waits until each is over, and tells what that took. */
async function measure(site: Site, start: (over: (id: string) => void) => Promise<Workers>, what: string) {
  const ids = work.map((_, index) => runId(index));
  const waiting = new Set(ids);
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const workers = await start((id) => {
    waiting.delete(id);
    if (waiting.size === 0) end();
  });
  const used = watchUse();
  const began = performance.now();
  for (const id of ids) await site.submitEvent(id, `${id}/label`, specLabelled(worldOf({ id, build: null })));
  await ended;
  const seconds = (performance.now() - began) / 1000;
  const uses = [used(), ...(await workers.close())];
  await site.store.close();
  const cpuSeconds = uses.reduce((sum, use) => sum + use.cpuSeconds, 0);
  const most = Math.max(...uses.map(({ mostBytes }) => mostBytes));
  console.log(
    renderFigures([
      {
        what: `${what}, ${atoms} atoms a run, ${RUNS} at once: runs an hour`,
        measured: `${Math.round((RUNS / seconds) * HOUR)}`,
        asked: '≥ 100',
      },
      { what: 'processor time of a run, all processes', measured: `${(cpuSeconds / RUNS).toFixed(1)} s`, asked: '–' },
      { what: 'most memory of a process', measured: `${Math.round(most / 2 ** 20)} MB`, asked: '< 512 MB' },
    ]),
  );
}

/** What `npm run bench -- throughput` measures, in a process of its own: `[PROGRAM_OF_A_WORKER WORKERS URL REDIS_URL]`. */
const [program = '', count = '0', url, redis] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'mge-bench-'));
const site = await openSite(
  url === undefined || redis === undefined ? { store: { folder }, redis: null } : { store: { url }, redis },
);
const where = url === undefined ? 'PGlite' : 'PostgreSQL and Redis';

if (count === '0' || url === undefined || redis === undefined)
  await measure(
    site,
    async (over) => {
      const worker = await startRunsWorker(site, worldOf, over);
      return { close: () => worker.close().then(() => []) };
    },
    `one process, ${where}`,
  );
else
  await measure(
    site,
    async (over) => {
      const workers = await forkWorkers(program, Number(count), [url, redis], over);
      return {
        async close() {
          const uses = await workers.close();
          await site.queue.close();
          return uses;
        },
      };
    },
    `a server and ${count} workers, ${where}`,
  );
rmSync(folder, { recursive: true, force: true });
