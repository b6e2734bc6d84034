import type { TestRun } from '#engine/validation/toolchain.ts';
import { REPORTING_RUNNERS, type ReportingRunnerName } from '#action/src/toolchains/javascript/reporting-runners.ts';
import { textOf, type Workbench } from '#action/src/workbench.ts';

const START_MS = 4000;
const MARK = '\n@mge-report@\n';

/** Runs vitest, jest or mocha once for all files; the report leaves the sandbox on standard output. */
export async function runJsonReporter(
  workbench: Workbench,
  runner: ReportingRunnerName,
  files: readonly string[],
  timeMs: number,
): Promise<TestRun> {
  const script = '"$@" 1>&2; status=$?; printf "\\n@mge-report@\\n"; cat /tmp/mge-report.json; exit $status';
  const { command, read } = REPORTING_RUNNERS[runner];
  const outcome = await workbench.run({
    argv: ['/bin/sh', '-c', script, 'run', ...command, ...files],
    // Their workers share the work of one process over several threads, after a start that has nothing to do with the tests.
    timeMs: START_MS + timeMs * 2,
  });
  const report = read(parseJson(textOf(outcome.stdout).split(MARK).at(-1) ?? ''), files);
  const cases = report ?? [];
  const failed = cases.some((one) => one.outcome === 'failed');
  const finished = report !== null && outcome.killedBy === null && (outcome.exitCode === 0) === !failed;
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
