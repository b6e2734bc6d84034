import { spawnSync } from 'node:child_process';
import { createControlGroups, type ControlGroups } from '#adapters/sandbox/control-group/create-control-groups.ts';
import { readSystemFiles } from '#adapters/sandbox/control-group/hierarchies.ts';

const MEGABYTE = 1024 * 1024;
const BOUND = 8 * MEGABYTE;
/** A command that holds this many bytes at once: harmless where nothing bounds it. */
const HELD = 32 * MEGABYTE;

/** Control groups of this machine; null where there are none, or where the kernel does not end what passes their memory. */
export function provedControlGroups(): ControlGroups | null {
  const groups = createControlGroups(readSystemFiles());
  try {
    return groups !== null && boundsMemory(groups) ? groups : null;
  } catch (cause) {
    // A kernel or container that lets a group be made, and refuses a bound.
    if (cause instanceof Error && 'code' in cause) return null;
    throw cause;
  }
}

/** Seen on a command of our own. */
function boundsMemory(groups: ControlGroups): boolean {
  const group = groups.create({ memoryBytes: BOUND, processes: 64 });
  try {
    const [program, ...words] = group.enter(['/bin/sh', '-c', `head -c ${HELD} /dev/zero | tail -c ${HELD} | wc -c`]);
    const run = spawnSync(program, words, { encoding: 'utf8', timeout: 10_000 });
    return group.ranOutOfMemory() && run.stdout.trim() !== `${HELD}`;
  } finally {
    group.remove();
  }
}
