import { statfsSync, statSync } from 'node:fs';
import { describeTree, goneAsEmpty } from '#adapters/sandbox/process-tree.ts';
import type { SandboxKill, SandboxLimits } from '#ports/sandbox.ts';

export interface WatchedCommand {
  readonly limits: SandboxLimits;
  /** Scratch folders, as the innermost process sees them. */
  readonly scratch?: readonly string[];
}

const MOST_FILES = 100_000;

/** The limit that a process tree is beyond right now, of those that the kernel does not hold by itself; null: none. */
export function exceededLimit(root: number, { limits, scratch = [] }: WatchedCommand): SandboxKill | null {
  const { residentBytes, tasks, innermost } = describeTree(root);
  if (residentBytes > limits.memoryMb * 1024 * 1024) return 'memory';
  // The kernel refuses more of them; who has come that far is in a loop that would only end with its time.
  if (limits.processes > 0 && tasks > limits.processes) return 'processes';
  const most = limits.files ?? MOST_FILES;
  return scratch.some((path) => countFiles(`/proc/${innermost}/root${path}`, path) > most) ? 'files' : null;
}

/**
 * Inodes of a file system in memory: its size does not bound them, and the kernel's memory pays for them. 0 as long as the
 * process still sees the host's folder of that path.
 */
function countFiles(inside: string, onHost: string): number {
  return goneAsEmpty(() => {
    if (statSync(inside).dev === statSync(onHost, { throwIfNoEntry: false })?.dev) return 0;
    const { files, ffree } = statfsSync(inside);
    return files - ffree;
  }, 0);
}
