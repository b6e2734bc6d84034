import { randomUUID } from 'node:crypto';
import type { ComparisonQuestion, ComparisonRun } from '#engine/validation/toolchain.ts';
import { CLOCK_SHARE, COMPARISON_BUDGET } from '#action/src/toolchains/comparison-budget.ts';
import { parseComparison } from '#action/src/toolchains/parse-comparison.ts';
import { textOf, type Workbench } from '#action/src/workbench.ts';

/** Functions of Python beside what they were: the earlier text is compiled and run in the present module. */
export async function comparePython(
  deps: {
    readonly workbench: Workbench;
    /** The interpreter, inside the sandbox. */
    readonly python: string;
    readonly runner: 'pytest' | 'unittest';
  },
  question: ComparisonQuestion,
): Promise<ComparisonRun> {
  const nonce = `@mge:${randomUUID()}:`;
  const { targets, tests, seconds } = question;
  const request = {
    ...COMPARISON_BUDGET,
    nonce,
    targets: targets.map(({ key, file, name, previous }) => ({ key, file, name, previous })),
    tests,
    runner: deps.runner,
    recordSeconds: seconds / 2,
    clockSeconds: seconds * CLOCK_SHARE,
  };
  const outcome = await deps.workbench.run({
    argv: [deps.python, '/mge/drivers/compare_python.py'],
    stdin: JSON.stringify(request),
    timeMs: seconds * 1000,
  });
  return parseComparison(
    textOf(outcome.stdout),
    nonce,
    targets.map(({ key }) => key),
  );
}
