import { spawn } from 'node:child_process';
import { existsSync, readFileSync, watch } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '#adapters/store/open-store.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';
import { noted, RUN_ID } from '#test/support/store-samples.ts';

const PROGRAM = fileURLToPath(new URL('../../support/embedded-process.ts', import.meta.url));
const DELIVERIES = ['1', '2', '3'];
/** Each delivery, and the answers of two generations of three effects (of which only two order more). */
const ANSWERS = DELIVERIES.length * (1 + 3 + 6);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mge-kill-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function performed(): string[] {
  const log = join(folder, 'performed.log');
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
}

/** Runs the process; kills it as soon as it has performed so many more effects. Answers how it ended. */
function live(killAfter: number): Promise<{ code: number | null; output: string }> {
  const before = performed().length;
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, folder, `${ANSWERS}`, ...DELIVERIES], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  const watcher = watch(folder, () => {
    if (performed().length >= before + killAfter) child.kill('SIGKILL');
  });
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      watcher.close();
      resolve({ code, output });
    });
  });
}

it('resumes after kill -9, and ends as if nothing had happened', async () => {
  for (const killAfter of [1, 3, 2]) expect(await live(killAfter)).toEqual({ code: null, output: '' });
  expect(await live(Infinity)).toEqual({ code: 0, output: 'finished\n' });
  const store = await openStore({ folder }, { clock: createManualClock(), telemetry: createSilentTelemetry() });
  const events = noted(await store.runStore.load(RUN_ID));
  const left = await store.outbox.pending({ relayed: true, limit: 100 });
  await store.close();
  expect(new Set(events).size).toBe(events.length);
  expect(events).toHaveLength(ANSWERS);
  expect(left).toEqual([]);
  const work = performed().filter((key) => !key.endsWith('status'));
  expect(new Set(work).size).toBe(DELIVERIES.length * (2 + 4));
}, 300_000);
