import { randomUUID } from 'node:crypto';
import type { ComparisonQuestion, ComparisonRun, TestRun } from '#engine/validation/toolchain.ts';
import { compareNode } from '#action/src/toolchains/javascript/compare-node.ts';
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

export interface NodeTests {
  /** Runs node:test files in one process. */
  run(files: readonly string[], timeMs: number): Promise<TestRun>;
  /** Runs them to see what functions are given, which are compared meanwhile. */
  compare(question: ComparisonQuestion): Promise<ComparisonRun>;
}

export function createNodeTests(options: NodeTestOptions): NodeTests {
  const { workbench, loader, transpiler } = options;
  const flags = ['--enable-source-maps', ...(loader === 'tsx' ? ['--import', 'tsx'] : []), ...REPORTER];
  const argv = ['node', ...flags, DRIVER] as const;

  async function prepare(files: readonly string[]) {
    const made = (await transpiler?.make(files)) ?? null;
    const load = files.map((file) => ({ report: file, load: made?.outputOf(file) ?? file }));
    const nonce = `@mge:${randomUUID()}:`;
    return { made, load, nonce, stdin: JSON.stringify({ nonce, files: load, ready: made?.outputs ?? [] }) };
  }

  return {
    async run(files, timeMs) {
      const { made, load, nonce, stdin } = await prepare(files);
      const outcome = await workbench.run({ argv, stdin, timeMs });
      const names = new Map(
        load.flatMap((file) => [[file.load, file.report] as const, [file.report, file.report] as const]),
      );
      const run = parseReports(outcome, nonce, names);
      if (made === null) return run;
      return { ...run, cases: run.cases.map((one) => ({ ...one, line: lineInStack(one.detail, one.file) })) };
    },
    async compare(question) {
      const { stdin } = await prepare(question.tests);
      return compareNode({ workbench, request: { argv, stdin } }, question);
    },
  };
}

/** Line of the first stack frame in a file; source maps make it the line of the TypeScript. */
function lineInStack(stack: string, file: string): number | null {
  const at = stack.split('\n').find((line) => line.includes(`/${file}:`));
  const line = Number(/:(\d+):\d+\)?$/.exec(at ?? '')?.[1]);
  return Number.isInteger(line) && line > 0 ? line : null;
}
