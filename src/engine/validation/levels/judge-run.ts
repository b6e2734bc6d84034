import type { TestCase, TestRun } from '#engine/validation/toolchain.ts';

/** A test case, with the stub that it ran into if it did. */
export interface JudgedCase extends TestCase {
  /** File and name: what tells cases apart between runs. */
  readonly key: string;
  readonly pending: string | null;
}

interface RunRequest {
  readonly files: readonly string[];
  /** Symbols that stand as stubs in the tree. */
  readonly standing: ReadonlySet<string>;
}

const STUB_MESSAGE = /mge: not generated yet: ([^\s'"`]+)/;

export function isFailing(one: TestCase): boolean {
  return one.outcome === 'failed' || one.outcome === 'timeout';
}

/**
 * The cases of a run of test files, and one for each file that has not told all, or nothing. What a run says has passed
 * counts only with its end: tested code that leaves early may have said so itself.
 */
export function judgeRun(run: TestRun, request: RunRequest): JudgedCase[] {
  const seen = new Map<string, number>();
  const judged = run.cases
    .filter(
      (one) => request.files.includes(one.file) && !(one.outcome === 'passed' && run.unfinished.includes(one.file)),
    )
    .map((one) => judgeCase(one, request.standing, seen));
  const unfinished = run.unfinished.map((file) => judgeCase(unfinishedCase(file, run), request.standing, seen));
  const silent = request.files.filter(
    (file) => !run.unfinished.includes(file) && !run.cases.some((one) => one.file === file),
  );
  return [...judged, ...unfinished, ...silent.map((file) => judgeCase(silentCase(file), request.standing, seen))];
}

/**
 * What happens while a stub is thrown that really stands there is a skip: the code under test may have caught it and failed
 * in its own words, or passed only because of it. The same words from anywhere else change nothing.
 */
function judgeCase(one: TestCase, standing: ReadonlySet<string>, seen: Map<string, number>): JudgedCase {
  const base = `${one.file}\n${one.name}`;
  const count = (seen.get(base) ?? 0) + 1;
  seen.set(base, count);
  const key = count === 1 ? base : `${base}\n${count}`;
  const stubs = one.outcome === 'failed' ? stubsOf(one) : one.outcome === 'passed' ? (one.thrown ?? []) : [];
  const pending = stubs.find((stub) => standing.has(stub));
  return pending === undefined ? { ...one, key, pending: null } : { ...one, key, outcome: 'skipped', pending };
}

function stubsOf(one: TestCase): string[] {
  const said = STUB_MESSAGE.exec(`${one.message}\n${one.detail}`)?.[1];
  return [...(said === undefined ? [] : [said]), ...(one.thrown ?? [])];
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
