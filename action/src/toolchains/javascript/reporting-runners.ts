const VITEST = 'node_modules/vitest/vitest.mjs';
const JEST = 'node_modules/jest/bin/jest.js';
const MOCHA = 'node_modules/mocha/bin/mocha.js';

/**
 * Test runners that tell the judge by a reporter of the judge's own. The settings that would let one failing test end the
 * run, or tested code share a process with the reporter where that can be had otherwise, are set aside.
 */
export const REPORTING_RUNNERS = {
  vitest: [
    VITEST,
    'run',
    '--reporter=/mge/drivers/vitest-reporter.mjs',
    '--pool=forks',
    '--isolate',
    '--bail=0',
    '--retry=0',
    '--no-cache',
    '--no-color',
  ],
  jest: [
    JEST,
    '--reporters=/mge/drivers/jest-reporter.cjs',
    '--bail=0',
    '--maxWorkers=2',
    '--workerIdleMemoryLimit=0.9',
    '--ci',
    '--no-cache',
    '--runTestsByPath',
  ],
  mocha: [
    MOCHA,
    '--no-color',
    '--no-bail',
    '--no-parallel',
    '--reporter=/mge/drivers/mocha-reporter.cjs',
    '--file=/mge/drivers/mocha-decoy.cjs',
  ],
} as const satisfies Record<string, readonly string[]>;

export type ReportingRunner = keyof typeof REPORTING_RUNNERS;

/** Whether tests run under a runner of the project's own, rather than by a driver. */
export function isReporting(runner: string): runner is ReportingRunner {
  return runner in REPORTING_RUNNERS;
}
