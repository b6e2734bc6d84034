import type { TestCase, TestRun, Toolchain } from '#engine/validation/toolchain.ts';

/** A test case, with the stub that it ran into if it did. */
export interface JudgedCase extends TestCase {
  /** File and name: what tells cases apart between runs. */
  readonly key: string;
  readonly pending: string | null;
}

export interface TestFilesRun {
  readonly cases: readonly JudgedCase[];
  /** Cases that failed among others and passed alone. */
  readonly flaky: readonly JudgedCase[];
}

export interface TestFilesRequest {
  readonly toolchain: Toolchain;
  readonly files: readonly string[];
  readonly atomSeconds: number;
  /** Symbols that stand as stubs in the tree. */
  readonly standing: ReadonlySet<string>;
  readonly expired: () => boolean;
}

const STUB_MESSAGE = /mge: not generated yet: ([^\s'"`]+)/;
const FILES_A_SHARE = 20;

/**
 * Runs test files in one process. Files that fail there, or do not finish, are run once more, each alone: a process that
 * hangs or dies must not speak against other files, nor state that files share against a symbol.
 */
export async function runTestFiles(request: TestFilesRequest): Promise<TestFilesRun> {
  if (request.files.length === 0) return { cases: [], flaky: [] };
  const time = request.atomSeconds * 1000;
  const run = await request.toolchain.runTests(
    request.files,
    time * (1 + Math.floor(request.files.length / FILES_A_SHARE)),
  );
  const together = judgeRun(run, request);
  if (request.files.length === 1) return { cases: together, flaky: [] };

  const suspicious = new Set([...together.filter(isFailing).map((one) => one.file), ...run.unfinished]);
  const cases = together.filter((one) => !suspicious.has(one.file));
  const flaky: JudgedCase[] = [];
  for (const file of suspicious) {
    if (request.expired()) break;
    const alone = judgeRun(await request.toolchain.runTests([file], time), { ...request, files: [file] });
    const passed = new Set(alone.filter((one) => one.outcome === 'passed').map((one) => one.key));
    if (!run.unfinished.includes(file)) flaky.push(...together.filter((one) => isFailing(one) && passed.has(one.key)));
    cases.push(...alone);
  }
  return { cases, flaky };
}

export function isFailing(one: TestCase): boolean {
  return one.outcome === 'failed' || one.outcome === 'timeout';
}

function judgeRun(run: TestRun, request: Pick<TestFilesRequest, 'files' | 'standing'>): JudgedCase[] {
  const seen = new Map<string, number>();
  const judged = run.cases
    .filter((one) => request.files.includes(one.file))
    .map((one) => judgeCase(one, request.standing, seen));
  const unfinished = run.unfinished.map((file) => judgeCase(unfinishedCase(file, run), request.standing, seen));
  const silent = request.files.filter(
    (file) => !run.unfinished.includes(file) && !run.cases.some((one) => one.file === file),
  );
  return [...judged, ...unfinished, ...silent.map((file) => judgeCase(silentCase(file), request.standing, seen))];
}

/** A failure whose cause is a stub that really stands there is a skip; the same words from anywhere else stay a failure. */
function judgeCase(one: TestCase, standing: ReadonlySet<string>, seen: Map<string, number>): JudgedCase {
  const base = `${one.file}\n${one.name}`;
  const count = (seen.get(base) ?? 0) + 1;
  seen.set(base, count);
  const key = count === 1 ? base : `${base}\n${count}`;
  const stub = one.outcome === 'failed' ? STUB_MESSAGE.exec(`${one.message}\n${one.detail}`)?.[1] : undefined;
  if (stub === undefined || !standing.has(stub)) return { ...one, key, pending: null };
  return { ...one, key, outcome: 'skipped', pending: stub };
}

function unfinishedCase(file: string, run: TestRun): TestCase {
  const timeout = run.killedBy === 'wall-clock' || run.killedBy === 'cpu';
  // Which clock ended it depends on how busy the machine is: the same loop must leave the same evidence.
  const why = timeout ? 'the tests did not end within their time' : earlyEnd(run.killedBy);
  return {
    file,
    name: '(the whole file)',
    outcome: timeout ? 'timeout' : 'failed',
    message: why,
    detail: run.output,
    line: null,
  };
}

function earlyEnd(killedBy: TestRun['killedBy']): string {
  return killedBy === null
    ? 'the test process ended before its tests did'
    : `the test process was ended: ${killedBy} limit`;
}

/** A test file without a test proves nothing: it counts as failing. */
function silentCase(file: string): TestCase {
  return {
    file,
    name: '(the whole file)',
    outcome: 'failed',
    message: 'the file reported no test',
    detail: '',
    line: null,
  };
}
