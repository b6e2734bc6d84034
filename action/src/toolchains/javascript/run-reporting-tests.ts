import { randomUUID } from 'node:crypto';
import type { ComparisonQuestion, ComparisonRun, TestRun } from '#engine/validation/toolchain.ts';
import { compareNode } from '#action/src/toolchains/javascript/compare-node.ts';
import { REPORTING_RUNNERS, type ReportingRunner } from '#action/src/toolchains/javascript/reporting-runners.ts';
import { parseReports } from '#action/src/toolchains/parse-reports.ts';
import type { Workbench } from '#action/src/workbench.ts';

const START_MS = 4000;
const ENVIRONMENT = { MGE_VITEST: '/workspace/node_modules/vitest/dist/index.js' };

function requestOf(runner: ReportingRunner, files: readonly string[]) {
  const nonce = `@mge:${randomUUID()}:`;
  const argv = ['node', '--import=/mge/drivers/reporting.mjs', ...REPORTING_RUNNERS[runner], ...files] as const;
  return { nonce, request: { argv, stdin: JSON.stringify({ nonce }), env: ENVIRONMENT } };
}

/** Runs vitest, jest or mocha once for all files; what it finds is told as it is found, past what tested code can reach. */
export async function runReportingTests(
  workbench: Workbench,
  runner: ReportingRunner,
  files: readonly string[],
  timeMs: number,
): Promise<TestRun> {
  const { nonce, request } = requestOf(runner, files);
  // Their workers share the work of one process over several threads, after a start that has nothing to do with the tests.
  const outcome = await workbench.run({ ...request, timeMs: START_MS + timeMs * 2 });
  return parseReports(outcome, nonce, new Map(files.map((file) => [file, file])));
}

/** Runs them to see what functions are given, which are compared meanwhile. */
export function compareReporting(
  workbench: Workbench,
  runner: ReportingRunner,
  question: ComparisonQuestion,
): Promise<ComparisonRun> {
  // vitest and jest have a process for each file, two of them at a time.
  const processes = runner === 'mocha' ? 1 : Math.max(1, Math.ceil(question.tests.length / 4));
  return compareNode({ workbench, request: requestOf(runner, question.tests).request, processes }, question);
}
