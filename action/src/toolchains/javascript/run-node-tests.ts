import { randomUUID } from 'node:crypto';
import type { TestRun } from '#engine/validation/toolchain.ts';
import { parseReports, type ReportedRun } from '#action/src/toolchains/parse-reports.ts';
import type { TranspilePlan, TranspileSource } from '#action/src/toolchains/typescript/transpile-plan.ts';
import type { Workbench } from '#action/src/workbench.ts';

const REPORTER = ['--test-reporter=/mge/drivers/node-test-reporter.mjs', '--test-reporter-destination=stdout'] as const;
const DRIVER = '/mge/drivers/run-node-tests.mjs';

export interface NodeTestOptions {
  readonly workbench: Workbench;
  readonly loader: 'plain' | 'tsx';
  /** How TypeScript becomes JavaScript before the run; null: the files are loaded as they are. */
  readonly plan: () => Promise<TranspilePlan | null>;
}

/** Runs node:test files in one process; JavaScript made from TypeScript is kept and made anew only where the text differs. */
export function createRunNodeTests(
  options: NodeTestOptions,
): (files: readonly string[], timeMs: number) => Promise<TestRun> {
  const made = new Map<string, { readonly from: string; readonly to: string; readonly output: string }>();

  return async (files, timeMs) => {
    const plan = await options.plan();
    const sources = plan?.sources(files) ?? [];
    const load = files.map((file) => ({ report: file, load: plan?.outputOf(file) ?? file }));
    const nonce = `@mge:${randomUUID()}:`;
    const argv = [
      'node',
      '--enable-source-maps',
      ...(options.loader === 'tsx' ? ['--import', 'tsx'] : []),
      ...REPORTER,
      DRIVER,
    ];
    const [program = 'node', ...rest] = argv;
    const transpile = plan === null ? null : { ...split(sources), options: plan.options };
    const outcome = await options.workbench.run({
      argv: [program, ...rest],
      stdin: JSON.stringify({ nonce, files: load, transpile }),
      timeMs,
    });
    const names = new Map(
      load.flatMap((file) => [[file.load, file.report] as const, [file.report, file.report] as const]),
    );
    const run = parseReports(outcome, nonce, names);
    keep(sources, run);
    return plan === null
      ? run
      : { ...run, cases: run.cases.map((one) => ({ ...one, line: lineInStack(one.detail, one.file) })) };
  };

  function split(sources: readonly TranspileSource[]) {
    const known = (source: TranspileSource): string | null =>
      source.to.endsWith('.json') ? source.text : (made.get(keyOf(source))?.output ?? null);
    return {
      ready: sources.flatMap((source) => {
        const text = known(source);
        return text === null ? [] : [{ to: source.to, text }];
      }),
      sources: sources.filter((source) => known(source) === null),
    };
  }

  function keep(sources: readonly TranspileSource[], run: ReportedRun): void {
    for (const source of sources) {
      const output = run.emitted.get(source.to);
      if (output !== undefined) made.set(keyOf(source), { from: source.from, to: source.to, output });
    }
  }
}

function keyOf(source: TranspileSource): string {
  return `${source.from}\n${source.text}`;
}

/** Line of the first stack frame in a file; source maps make it the line of the TypeScript. */
function lineInStack(stack: string, file: string): number | null {
  const at = stack.split('\n').find((line) => line.includes(`/${file}:`));
  const line = Number(/:(\d+):\d+\)?$/.exec(at ?? '')?.[1]);
  return Number.isInteger(line) && line > 0 ? line : null;
}
