import { isFailing, judgeRun, type JudgedCase } from '#engine/validation/judge-run.ts';
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

export interface TestFilesRequest {
  readonly toolchain: Toolchain;
  readonly files: readonly string[];
  /** Processor time of one file. */
  readonly atomSeconds: number;
  readonly pace: TestPace;
  /** Symbols that stand as stubs in the tree. */
  readonly standing: ReadonlySet<string>;
  readonly expired: () => boolean;
}

const FILES_A_SHARE = 20;
const HURRIED_SECONDS = 1;
/** Runs at the same time: each is one busy process. */
const LANES = 2;

/**
 * Runs test files in one process. Files that fail there, or do not finish, are run once more, each alone: a process that
 * hangs or dies must not speak against other files, nor state that files share against a symbol.
 */
export async function runTestFiles(request: TestFilesRequest): Promise<TestFilesRun> {
  const { files, toolchain, pace, atomSeconds } = request;
  if (files.length === 0) return { cases: [], flaky: [] };
  const alone = files.length === 1;
  const seconds = alone || !pace.hurried ? atomSeconds : Math.min(atomSeconds, HURRIED_SECONDS);
  const run = await toolchain.runTests(files, seconds * 1000 * (1 + Math.floor(files.length / FILES_A_SHARE)));
  const together = judgeRun(run, request);
  if (alone) return { cases: together, flaky: [] };

  const suspicious = new Set([...together.filter(isFailing).map((one) => one.file), ...run.unfinished]);
  const again = await runEachAlone([...suspicious], request);
  const flaky = together.filter((one) => {
    const passed = again.some((other) => other.key === one.key && other.outcome === 'passed');
    return isFailing(one) && passed && !run.unfinished.includes(one.file);
  });
  const overdue = run.killedBy === 'cpu' || run.killedBy === 'wall-clock';
  // It was the tests' number, or the tool's own start, that took the time.
  if (overdue && !again.some((one) => one.outcome === 'timeout')) pace.hurried = false;
  return { cases: [...together.filter((one) => !suspicious.has(one.file)), ...again], flaky };
}

async function runEachAlone(files: readonly string[], request: TestFilesRequest): Promise<JudgedCase[]> {
  const found = new Map<string, readonly JudgedCase[]>();
  const waiting = [...files];
  const lane = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined && !request.expired(); file = waiting.shift()) {
      const run = await request.toolchain.runTests([file], request.atomSeconds * 1000);
      found.set(file, judgeRun(run, { ...request, files: [file] }));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return files.flatMap((file) => found.get(file) ?? []);
}
