import { constants } from 'node:os';
import type { SandboxKill } from '#ports/sandbox.ts';

export interface ProcessEnd {
  readonly exitCode: number | null;
  readonly signal: string | null;
}

/** What a shell, bwrap or docker adds to the number of the signal that ended the command. */
const SIGNAL_EXIT = 128;
/** Signals of the kernel's own limits. */
const LIMIT_SIGNALS: Readonly<Record<string, SandboxKill>> = { SIGXCPU: 'cpu', SIGXFSZ: 'file-size' };

/** The signal that ended a command, also where a process around it reports it as an exit status; null for other ends. */
export function signalOf(end: ProcessEnd): string | null {
  if (end.signal !== null || end.exitCode === null) return end.signal;
  const number = end.exitCode - SIGNAL_EXIT;
  return Object.entries(constants.signals).find(([, value]) => value === number)?.[0] ?? null;
}

/** The limit that the kernel itself enforced with a signal; null for every other end. */
export function limitOf(end: ProcessEnd): SandboxKill | null {
  return LIMIT_SIGNALS[signalOf(end) ?? ''] ?? null;
}
