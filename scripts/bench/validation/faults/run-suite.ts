import type { TestRun } from '#engine/validation/toolchain.ts';
import type { Judge } from '#scripts/bench/validation/faults/open-judge.ts';
import type { Library } from '#scripts/bench/validation/faults/library.ts';

/** How a library's own suite ran. */
export interface SuiteRun {
  /** The cases that passed, by their key, with their files. */
  readonly passed: ReadonlyMap<string, string>;
  readonly run: TestRun;
  readonly milliseconds: number;
}

/** Runs all test files in one process of the sandbox; what runs away is killed with its whole process group. */
export async function runSuite(judge: Judge, library: Library, seconds: number): Promise<SuiteRun> {
  const started = performance.now();
  const run = await judge.toolchain.runTests(library.tests, seconds * 1000);
  const passed = run.cases.filter((one) => one.outcome === 'passed').map((one) => [keyOf(one), one.file] as const);
  return { passed: new Map(passed), run, milliseconds: performance.now() - started };
}

/** Whether these files of the suite notice something against its run on the good code. */
export function notices(good: SuiteRun, other: SuiteRun, tests: readonly string[]): boolean {
  const asked = new Set(tests);
  return (
    other.run.killedBy !== null || [...good.passed].some(([key, file]) => asked.has(file) && !other.passed.has(key))
  );
}

/** A file of which a case has run and no longer passes; null where all is lost, and nothing told. */
export function fileThatNotices(good: SuiteRun, other: SuiteRun): string | null {
  if (other.passed.size === 0) return null;
  return [...good.passed].find(([key]) => !other.passed.has(key))?.[1] ?? null;
}

export function keyOf(one: { readonly file: string; readonly name: string }): string {
  return `${one.file} ${one.name}`;
}
