import type { ComparisonQuestion, ComparisonRun } from '#engine/validation/toolchain.ts';
import { digest } from '#domain/verdict/stable-message.ts';
import { CLOCK_SHARE, COMPARISON_BUDGET } from '#action/src/toolchains/comparison-budget.ts';
import { parseComparison } from '#action/src/toolchains/parse-comparison.ts';
import { textOf, type WorkbenchRequest } from '#action/src/workbench.ts';
import type { Workbench } from '#action/src/workbench.ts';

const MARK = '@mge-compare@';
const REPORT = '/tmp/mge-compare.jsonl';
/** The first line of standard input are the settings; the rest is the test run's own. */
const SCRIPT = `IFS= read -r settings; printf %s "$settings" > /tmp/mge-compare.json; "$@" 1>&2; sed 's|^|${MARK}|' ${REPORT}`;

/** Functions of JavaScript beside what they were: their overlays stand in the tree, and call the driver. */
export async function compareNode(
  deps: {
    readonly workbench: Workbench;
    readonly request: Omit<WorkbenchRequest, 'timeMs'>;
    /** Processes that compare one after the other, and share the time of a function. */
    readonly processes?: number;
  },
  { targets, tests, seconds }: ComparisonQuestion,
): Promise<ComparisonRun> {
  const { inputs, targetSeconds, seed } = COMPARISON_BUDGET;
  const settings = {
    inputs,
    targetSeconds,
    processes: deps.processes ?? 1,
    seconds: seconds / 2,
    clockSeconds: seconds * CLOCK_SHARE,
    report: REPORT,
    tests,
    targets: Object.fromEntries(
      targets.map(({ key, symbol, name, literals }) => [key, { seed: seedOf(`${seed} ${symbol} ${name}`), literals }]),
    ),
  };
  const outcome = await deps.workbench.run({
    ...deps.request,
    argv: ['/bin/sh', '-c', SCRIPT, 'compare', ...deps.request.argv],
    stdin: `${JSON.stringify(settings)}\n${deps.request.stdin ?? ''}`,
    timeMs: seconds * 1000,
    env: {
      ...deps.request.env,
      NODE_OPTIONS: '--import=/mge/drivers/behaviour.mjs',
      MGE_COMPARE: '/tmp/mge-compare.json',
    },
  });
  return parseComparison(
    textOf(outcome.stdout),
    MARK,
    targets.map(({ key }) => key),
  );
}

function seedOf(text: string): number {
  return Number.parseInt(digest(text).slice(0, 8), 16);
}
