// Loaded first by a test runner that reports through the judge's own reporter, and by its workers.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { randomUUID } from 'node:crypto';
import { isMainThread } from 'node:worker_threads';

const WORKER = /\/node_modules\/(?:vitest|jest-worker|tinypool)\//;
const isWorker = !isMainThread || (process.send !== undefined && WORKER.test(process.argv[1] ?? ''));

if (!isWorker && process.env.MGE_DECOY === undefined) {
  const { takeReporter } = await import('./request.mjs');
  // A test of this name is put into every file, and must be seen to fail. Whoever makes failures look like passes does so to it.
  const decoy = `is as it was said (${randomUUID().slice(0, 8)})`;
  process.env.MGE_DECOY = decoy;
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import=/mge/drivers/reporting.mjs`.trim();
  if (/\/jest\/bin\//.test(process.argv[1] ?? '')) await import('./jest-config.mjs');
  let offered = { report: takeReporter(), decoy };
  Object.defineProperty(globalThis, Symbol.for('mge.reporting'), {
    configurable: true,
    value: () => {
      const taken = offered;
      offered = null;
      return taken;
    },
  });
} else if (isWorker) {
  await import('./seal-engine.mjs');
  await import('./seal-channel.mjs');
}
