import type { TestRun } from '#engine/validation/toolchain.ts';
import { casesOf, JestReport } from '#action/src/toolchains/javascript/jest-report.ts';
import { textOf, type Workbench } from '#action/src/workbench.ts';

const COMMANDS: Readonly<Record<'vitest' | 'jest', readonly [string, ...string[]]>> = {
  vitest: [
    'node',
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=json',
    '--outputFile=/tmp/mge-report.json',
    '--no-cache',
    '--no-color',
  ],
  jest: [
    'node',
    'node_modules/jest/bin/jest.js',
    '--json',
    '--outputFile=/tmp/mge-report.json',
    '--ci',
    '--no-cache',
    '--runTestsByPath',
  ],
};
const START_MS = 4000;
const MARK = '\n@mge-report@\n';

/** Runs vitest or jest once for all files; the report leaves the sandbox on standard output. */
export async function runJsonReporter(
  workbench: Workbench,
  runner: 'vitest' | 'jest',
  files: readonly string[],
  timeMs: number,
): Promise<TestRun> {
  const script = '"$@" 1>&2; status=$?; printf "\\n@mge-report@\\n"; cat /tmp/mge-report.json; exit $status';
  const outcome = await workbench.run({
    argv: ['/bin/sh', '-c', script, 'run', ...COMMANDS[runner], ...files],
    // Their workers share the work of one process over several threads, after a start that has nothing to do with the tests.
    timeMs: START_MS + timeMs * 2,
  });
  const report = JestReport.safeParse(parseJson(textOf(outcome.stdout).split(MARK).at(-1) ?? ''));
  const cases = report.success ? report.data.testResults.flatMap((result) => casesOf(result, files)) : [];
  const failed = cases.some((one) => one.outcome === 'failed');
  const finished = report.success && outcome.killedBy === null && (outcome.exitCode === 0) === !failed;
  return {
    cases,
    unfinished: finished ? [] : files,
    killedBy: outcome.killedBy,
    output: textOf(outcome.stderr).slice(-3000),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}
