import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { findMissingServices, installServices } from '#scripts/test-services.ts';
import { runCommand } from '#scripts/run-command.ts';

const Summary = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  success: z.boolean(),
});

const missing = await findMissingServices();
if (missing.length > 0) await installServices(missing);

const folder = await mkdtemp(join(tmpdir(), 'mge-test-'));
const report = join(folder, 'report.json');
const named = process.argv.slice(2);
const code = await runCommand('npx', [
  '--no-install',
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...named,
]);
const summary = Summary.safeParse(await readFile(report, 'utf8').then(JSON.parse, () => null));
await rm(folder, { recursive: true, force: true });
if (!summary.success) {
  console.log('0 passed, 1 failed');
  process.exit(code === 0 ? 1 : code);
}
const { numPassedTests: passed, numFailedTests: failed, numPendingTests: pending } = summary.data;
if (pending > 0) console.log(`${pending} tests were skipped, which this project does not allow.`);
const failures = failed + pending + (failed === 0 && code !== 0 ? 1 : 0);
console.log(`${passed} passed, ${failures} failed`);
process.exit(failures > 0 || passed === 0 ? 1 : 0);
