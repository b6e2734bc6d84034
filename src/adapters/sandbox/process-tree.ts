import { readdirSync, readFileSync } from 'node:fs';

const PAGE_BYTES = 4096;

/** Ids of a process and everything it started, by /proc; processes that end meanwhile are left out. */
export function listProcessTree(root: number): number[] {
  const found: number[] = [];
  const open = [root];
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    found.push(pid);
    open.push(...childrenOf(pid));
  }
  return found;
}

export interface ProcessTree {
  /** Resident memory; shared pages count once a process. */
  readonly residentBytes: number;
  /** Processes and threads. */
  readonly tasks: number;
  /** A process at the end of a line of children: of a sandbox, one that is inside. */
  readonly innermost: number;
}

/** What a process and everything it started take now. */
export function describeTree(root: number): ProcessTree {
  const pids = listProcessTree(root);
  return {
    residentBytes: pids.reduce((sum, pid) => sum + residentBytesOf(pid), 0),
    tasks: pids.reduce((sum, pid) => sum + listTasks(pid).length, 0),
    innermost: pids.at(-1) ?? root,
  };
}

function residentBytesOf(pid: number): number {
  const pages = Number(readProc(`/proc/${pid}/statm`).split(' ')[1]);
  return Number.isFinite(pages) ? pages * PAGE_BYTES : 0;
}

function childrenOf(pid: number): number[] {
  return listTasks(pid).flatMap((task) =>
    readProc(`/proc/${pid}/task/${task}/children`)
      .split(' ')
      .filter((text) => /^\d+$/.test(text))
      .map(Number),
  );
}

function listTasks(pid: number): string[] {
  return goneAsEmpty(() => readdirSync(`/proc/${pid}/task`), []);
}

function readProc(path: string): string {
  return goneAsEmpty(() => readFileSync(path, 'utf8'), '');
}

/** A process may end between being listed and being read: that is no error. */
export function goneAsEmpty<T>(read: () => T, empty: T): T {
  try {
    return read();
  } catch (cause) {
    if (
      cause instanceof Error &&
      'code' in cause &&
      (cause.code === 'ENOENT' || cause.code === 'ESRCH' || cause.code === 'EACCES')
    )
      return empty;
    throw cause;
  }
}
