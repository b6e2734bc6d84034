import { z } from 'zod';
import type { TestCase, TestRun } from '#engine/validation/toolchain.ts';
import { textOf, type Workbench } from '#action/src/workbench.ts';

/** The report of jest's `--json`, which vitest's json reporter writes as well. */
const JestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().default(''),
      status: z.string().optional(),
      assertionResults: z.array(
        z.object({
          ancestorTitles: z.array(z.string()).default([]),
          title: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullable().default([]),
          location: z.object({ line: z.number() }).nullish(),
        }),
      ),
    }),
  ),
});

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
    // Their workers share the work of one process over several threads.
    timeMs: timeMs * 2,
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

function casesOf(result: z.infer<typeof JestReport>['testResults'][number], files: readonly string[]): TestCase[] {
  const file = files.find((one) => result.name === one || result.name.endsWith(`/${one}`)) ?? result.name;
  if (result.assertionResults.length === 0 && result.message !== '') {
    return [
      {
        file,
        name: '(loading the file)',
        outcome: 'failed',
        message: result.message.split('\n')[0] ?? '',
        detail: result.message,
        line: null,
      },
    ];
  }
  return result.assertionResults.map((one) => {
    const detail = (one.failureMessages ?? []).join('\n');
    const outcome = one.status === 'passed' ? 'passed' : one.status === 'failed' ? 'failed' : 'skipped';
    const name = [...one.ancestorTitles, one.title].join(' > ');
    return {
      file,
      name,
      outcome,
      message: detail.split('\n    at ')[0] ?? '',
      detail,
      line: one.location?.line ?? null,
    };
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}
