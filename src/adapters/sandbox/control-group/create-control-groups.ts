import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { findHierarchy, type Hierarchy, type SystemFiles } from '#adapters/sandbox/control-group/hierarchies.ts';

/** A group of processes; the kernel holds its bounds at every moment, where a watch looks now and then. */
export interface ControlGroup {
  /** The command that joins the group and becomes `argv`; one that cannot join ends with status 125. */
  enter(argv: readonly [string, ...string[]]): readonly [string, ...string[]];
  /** Whether the kernel has ended one of its processes for want of memory. */
  ranOutOfMemory(): boolean;
  /** Takes the group away; one whose last process is just ending goes with the next. */
  remove(): void;
}

interface Bounds {
  readonly memoryBytes: number;
  /** Held where the tree of memory holds that of processes too (version 2). */
  readonly processes: number;
}

export interface ControlGroups {
  create(bounds: Bounds): ControlGroup;
  /** Takes away what is left. */
  close(): void;
}

const OWN_NAME = `mge-${process.pid}-`;
const JOIN = 'echo $$ > "$1" || exit 125; shift; exec "$@"';

/** The command that writes its number into a file and becomes `argv`; status 125 when it cannot. */
export function joining(file: string, argv: readonly [string, ...string[]]): readonly [string, ...string[]] {
  return ['/bin/sh', '-c', JOIN, 'join', file, ...argv];
}

/** Null where this process may make no group that bounds memory. */
export function createControlGroups(files: SystemFiles): ControlGroups | null {
  const hierarchy = findHierarchy(files);
  const parent = hierarchy?.parents.find((folder) => canMakeGroups(folder, hierarchy));
  if (hierarchy === null || parent === undefined) return null;
  const left = new Set(orphansIn(parent));
  const sweep = (): void => left.forEach((folder) => removed(folder) && left.delete(folder));

  return {
    create(bounds) {
      sweep();
      const folder = join(parent, `${OWN_NAME}${randomUUID()}`);
      mkdirSync(folder);
      bound(folder, hierarchy, bounds);
      return {
        enter: (argv) => joining(join(folder, 'cgroup.procs'), argv),
        ranOutOfMemory: () => killedIn(join(folder, hierarchy.events)) > 0,
        remove() {
          left.add(folder);
          sweep();
        },
      };
    },
    close: sweep,
  };
}

function bound(folder: string, { memory, processes, swap }: Hierarchy, bounds: Bounds): void {
  const write = (file: string, value: number): void => writeFileSync(join(folder, file), `${value}`);
  write(memory, bounds.memoryBytes);
  if (processes !== null) write(processes, bounds.processes);
  // Kernels without an account of swap have no such file.
  if (existsSync(join(folder, swap.file))) write(swap.file, swap.isTotal ? bounds.memoryBytes : 0);
}

/** Groups of processes that were ended before they could take them away. */
function orphansIn(parent: string): string[] {
  return readdirSync(parent)
    .filter((name) => {
      const owner = /^mge-(\d+)-/.exec(name)?.[1];
      return owner !== undefined && !existsSync(`/proc/${owner}`);
    })
    .map((name) => join(parent, name));
}

/** Tried, not asked: who may write where is said in too many places. */
function canMakeGroups(parent: string, { memory, processes }: Hierarchy): boolean {
  const folder = join(parent, `${OWN_NAME}${randomUUID()}`);
  try {
    mkdirSync(folder);
    return [memory, processes].every((file) => file === null || existsSync(join(folder, file)));
  } catch {
    return false;
  } finally {
    if (existsSync(folder)) removed(folder);
  }
}

function killedIn(events: string): number {
  return Number(/^oom_kill (\d+)$/m.exec(readFileSync(events, 'utf8'))?.[1] ?? 0);
}

/** False while a process of it is still ending. */
function removed(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EBUSY') return false;
    // Another process has swept it.
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return true;
    throw cause;
  }
}
