import { randomUUID } from 'node:crypto';
import type { TestRun } from '#engine/validation/toolchain.ts';
import { parseReports } from '#action/src/toolchains/parse-reports.ts';
import type { Transpiler } from '#action/src/toolchains/typescript/create-transpiler.ts';
import type { Workbench } from '#action/src/workbench.ts';

const REPORTER = ['--test-reporter=/mge/drivers/node-test-reporter.mjs', '--test-reporter-destination=stdout'] as const;
const DRIVER = '/mge/drivers/run-node-tests.mjs';

export interface NodeTestOptions {
  readonly workbench: Workbench;
  readonly loader: 'plain' | 'tsx';
  /** Makes JavaScript of TypeScript before the run; null: the files are loaded as they are. */
  readonly transpiler: Transpiler | null;
}

/** Runs node:test files in one process. */
export function createRunNodeTests(
  options: NodeTestOptions,
): (files: readonly string[], timeMs: number) => Promise<TestRun> {
  const { workbench, loader, transpiler } = options;
  return async (files, timeMs) => {
    const made = (await transpiler?.make(files)) ?? null;
    const load = files.map((file) => ({ report: file, load: made?.outputOf(file) ?? file }));
    const nonce = `@mge:${randomUUID()}:`;
    const flags = ['--enable-source-maps', ...(loader === 'tsx' ? ['--import', 'tsx'] : []), ...REPORTER];
    const outcome = await workbench.run({
      argv: ['node', ...flags, DRIVER],
      stdin: JSON.stringify({ nonce, files: load, ready: made?.outputs ?? [] }),
      timeMs,
    });
    const names = new Map(
      load.flatMap((file) => [[file.load, file.report] as const, [file.report, file.report] as const]),
    );
    const run = parseReports(outcome, nonce, names);
    return made === null
      ? run
      : { ...run, cases: run.cases.map((one) => ({ ...one, line: lineInStack(one.detail, one.file) })) };
  };
}

/** Line of the first stack frame in a file; source maps make it the line of the TypeScript. */
function lineInStack(stack: string, file: string): number | null {
  const at = stack.split('\n').find((line) => line.includes(`/${file}:`));
  const line = Number(/:(\d+):\d+\)?$/.exec(at ?? '')?.[1]);
  return Number.isInteger(line) && line > 0 ? line : null;
}
