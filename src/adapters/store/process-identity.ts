import { readFile } from 'node:fs/promises';

/** A process, told apart from a later one that was given the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it was started, in the system's own measure; null where the system does not tell. */
  readonly started: string | null;
}

async function startOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The name of the program comes before, in brackets, and may hold spaces; the start is the 22nd field.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

export async function identifyProcess(pid: number): Promise<ProcessIdentity> {
  return { pid, started: await startOf(pid) };
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not permitted to signal it: it exists all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  if (!exists(identity.pid)) return false;
  const started = await startOf(identity.pid);
  return identity.started === null || started === null || identity.started === started;
}
