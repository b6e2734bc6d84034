import type { TestCase } from '#engine/validation/toolchain.ts';
import { casesOf, JestReport } from '#action/src/toolchains/javascript/jest-report.ts';
import { casesOfMocha, MochaReport } from '#action/src/toolchains/javascript/mocha-report.ts';

/** A test runner that writes a JSON report into `/tmp/mge-report.json`. */
export interface ReportingRunner {
  /** Without the test files, which come last. */
  readonly command: readonly [string, ...string[]];
  /** The cases of a report; null when it is none. */
  readonly read: (report: unknown, files: readonly string[]) => TestCase[] | null;
}

const REPORT = '/tmp/mge-report.json';

function readJest(report: unknown, files: readonly string[]): TestCase[] | null {
  const parsed = JestReport.safeParse(report);
  return parsed.success ? parsed.data.testResults.flatMap((result) => casesOf(result, files)) : null;
}

function readMocha(report: unknown, files: readonly string[]): TestCase[] | null {
  const parsed = MochaReport.safeParse(report);
  return parsed.success ? casesOfMocha(parsed.data, files) : null;
}

const VITEST = 'node_modules/vitest/vitest.mjs';
const JEST = 'node_modules/jest/bin/jest.js';
const MOCHA = 'node_modules/mocha/bin/mocha.js';

/** How each is called, and how its report is read. */
export const REPORTING_RUNNERS = {
  vitest: {
    command: ['node', VITEST, 'run', '--reporter=json', `--outputFile=${REPORT}`, '--no-cache', '--no-color'],
    read: readJest,
  },
  jest: {
    command: ['node', JEST, '--json', `--outputFile=${REPORT}`, '--ci', '--no-cache', '--runTestsByPath'],
    read: readJest,
  },
  mocha: {
    command: ['node', MOCHA, '--no-color', '--reporter=json', '--reporter-option', `output=${REPORT}`],
    read: readMocha,
  },
} as const satisfies Record<string, ReportingRunner>;

export type ReportingRunnerName = keyof typeof REPORTING_RUNNERS;

/** Whether a test runner reports by a file; the others report to the judge themselves. */
export function isReporting(runner: string): runner is ReportingRunnerName {
  return runner in REPORTING_RUNNERS;
}
