import type { TestRun } from '#engine/validation/toolchain.ts';
import type { Judge } from '#scripts/bench/validation/faults/open-judge.ts';
import type { Library } from '#scripts/bench/validation/faults/library.ts';

/** How a library's own suite ran. */
export interface SuiteRun {
  readonly passed: ReadonlySet<string>;
  readonly run: TestRun;
  readonly milliseconds: number;
}

/** Runs all test files in one process of the sandbox; what runs away is killed with its whole process group. */
export async function runSuite(judge: Judge, library: Library, seconds: number): Promise<SuiteRun> {
  const started = performance.now();
  const run = await judge.toolchain.runTests(library.tests, seconds * 1000);
  const passed = run.cases.filter((one) => one.outcome === 'passed').map(keyOf);
  return { passed: new Set(passed), run, milliseconds: performance.now() - started };
}

/** Whether the suite notices something against its run on the good code. */
export function notices(good: SuiteRun, other: SuiteRun): boolean {
  return other.run.killedBy !== null || [...good.passed].some((key) => !other.passed.has(key));
}

export function keyOf(one: { readonly file: string; readonly name: string }): string {
  return `${one.file} ${one.name}`;
}
