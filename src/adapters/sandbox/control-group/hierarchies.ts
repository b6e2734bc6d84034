import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** One tree of the kernel's control groups, and what its files are called (cgroups(7); version 1 has a tree for each resource). */
export interface Hierarchy {
  /** Folders in which a group may be made, the nearest first. */
  readonly parents: readonly string[];
  /** The file that takes the bound of memory, in bytes, and the one that takes that of processes. */
  readonly memory: string;
  readonly processes: string | null;
  /** The bound of what is swapped out; in version 1 it is one of memory and swap together. */
  readonly swap: { readonly file: string; readonly isTotal: boolean };
  /** File with a line `oom_kill N`: how many processes the kernel has ended for want of memory. */
  readonly events: string;
}

export interface SystemFiles {
  /** `/sys/fs/cgroup` */
  readonly root: string;
  /** What `/proc/self/cgroup` says. */
  readonly own: string;
}

/** Only that of memory: a resource limit holds the number of processes too, and to join a second tree takes ten milliseconds. */
const VERSION_1 = {
  memory: 'memory.limit_in_bytes',
  processes: null,
  swap: { file: 'memory.memsw.limit_in_bytes', isTotal: true },
  events: 'memory.oom_control',
};
const VERSION_2 = {
  memory: 'memory.max',
  processes: 'pids.max',
  swap: { file: 'memory.swap.max', isTotal: false },
  events: 'memory.events',
};

export function readSystemFiles(): SystemFiles {
  const path = '/proc/self/cgroup';
  return { root: '/sys/fs/cgroup', own: existsSync(path) ? readFileSync(path, 'utf8') : '' };
}

/**
 * The tree that bounds memory; null where there is none. In version 2 a group that holds processes itself has no groups with bounds below it,
 * so that one is made beside our own, or at the top.
 */
export function findHierarchy({ root, own }: SystemFiles): Hierarchy | null {
  const lines = own.split('\n').map((line) => line.split(':'));
  if (existsSync(join(root, 'cgroup.controllers'))) {
    const path = lines.find(([, controllers]) => controllers === '')?.[2] ?? '/';
    const parents = [...new Set([resolve(root, `.${path}`, '..'), root])].filter((folder) => boundsBoth(folder));
    return parents.length === 0 ? null : { parents, ...VERSION_2 };
  }
  const path = lines.find(([, controllers = '']) => controllers.split(',').includes('memory'))?.[2];
  const top = join(root, 'memory');
  return path === undefined || !existsSync(top) ? null : { parents: [resolve(top, `.${path}`), top], ...VERSION_1 };
}

function boundsBoth(folder: string): boolean {
  const path = join(folder, 'cgroup.subtree_control');
  if (!existsSync(path)) return false;
  const controllers = readFileSync(path, 'utf8').trim().split(/\s+/);
  return controllers.includes('memory') && controllers.includes('pids');
}
