import { isFailing, judgeRun, type JudgedCase } from '#engine/validation/levels/judge-run.ts';
import { likelyHanging } from '#engine/validation/running/likely-hanging.ts';
import { runEachAlone } from '#engine/validation/running/run-each-alone.ts';
import type { Toolchain } from '#engine/validation/toolchain.ts';

export interface TestFilesRun {
  readonly cases: readonly JudgedCase[];
  /** Cases that failed among others and passed alone. */
  readonly flaky: readonly JudgedCase[];
}

/** What a job has learned about how long its tests take. */
export interface TestPace {
  /** Files that run together get little time at first: where one of them hangs, only its run alone takes all of it. */
  hurried: boolean;
}

interface RunTime {
  /** Processor time of one file. */
  readonly atomSeconds: number;
  readonly pace: TestPace;
}

export interface TestFilesRequest extends RunTime {
  readonly toolchain: Pick<Toolchain, 'runTests'>;
  readonly files: readonly string[];
  /** Symbols that stand as stubs in the tree. */
  readonly standing: ReadonlySet<string>;
  readonly expired: () => boolean;
}

const FILES_A_SHARE = 20;
const HURRIED_SECONDS = 1;

/**
 * Runs test files in one process. Files that fail there, or do not finish, are run once more, each alone: a process that
 * hangs or dies must not speak against other files, nor state that files share against a symbol. Where one of many hangs,
 * the others run together again as soon as it is found.
 */
export async function runTestFiles(request: TestFilesRequest): Promise<TestFilesRun> {
  const { files, toolchain, pace, atomSeconds } = request;
  if (files.length === 0) return { cases: [], flaky: [] };
  const run = await toolchain.runTests(files, secondsFor(files, request) * 1000);
  const together = judgeRun(run, request);
  if (files.length === 1) return { cases: together, flaky: [] };

  const failing = together.filter((one) => isFailing(one) && !run.unfinished.includes(one.file));
  const overdue = run.killedBy === 'cpu' || run.killedBy === 'wall-clock';
  const guess = likelyHanging(run);
  const first = [...new Set([...failing.map((one) => one.file), ...guess])];
  const again = await runEachAlone({ ...request, files: first, seconds: atomSeconds });
  const found = again.some((one) => one.outcome === 'timeout');
  const left = run.unfinished.filter((file) => !first.includes(file));
  const others = found
    ? await runTestFiles({ ...request, files: left })
    : { cases: await runEachAlone({ ...request, files: left, seconds: atomSeconds }), flaky: [] };
  const flaky = failing.filter((one) => again.some((other) => other.key === one.key && other.outcome === 'passed'));
  // It was the tests' number, or the tool's own start, that took the time.
  if (overdue && !found && !others.cases.some((one) => one.outcome === 'timeout')) pace.hurried = false;
  const settled = new Set([...first, ...left]);
  const cases = [...together.filter((one) => !settled.has(one.file)), ...again, ...others.cases];
  return { cases, flaky: [...flaky, ...others.flaky] };
}

/** Processor time of a run of these files, in seconds. */
function secondsFor(files: readonly string[], { pace, atomSeconds }: RunTime): number {
  const seconds = files.length === 1 || !pace.hurried ? atomSeconds : Math.min(atomSeconds, HURRIED_SECONDS);
  return seconds * (1 + Math.floor(files.length / FILES_A_SHARE));
}
