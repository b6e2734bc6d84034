import { spawn, type StdioOptions } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SandboxCommand, SandboxLimits, SandboxMount, SandboxOutcome } from '#ports/sandbox.ts';
import { NODE_MOUNTS, SYSTEM_PYTHON, THIS_NODE } from '#test/support/programs.ts';
import { theSandbox } from '#test/action/make-target.ts';

/** Something that hostile code tries. It prints `GOT` when it has got what it wanted. */
export interface Attempt {
  readonly name: string;
  readonly language: 'python' | 'javascript' | 'shell';
  readonly script: string;
  /** How long it may go on in the open, where nothing else stops it; in milliseconds. */
  readonly patience?: number;
  readonly limits?: Partial<SandboxLimits>;
  readonly mounts?: readonly SandboxMount[];
  /** Descriptors that it inherits in the open. */
  readonly descriptors?: readonly number[];
}

export interface InTheOpen {
  readonly got: boolean;
  readonly stdout: string;
  /** It went on until its time was up. */
  readonly endless: boolean;
}

export interface InTheSandbox extends SandboxOutcome {
  readonly got: boolean;
  readonly text: string;
}

const LIMITS: SandboxLimits = {
  wallClockMs: 10_000,
  cpuSeconds: 10,
  memoryMb: 256,
  processes: 64,
  fileMb: 16,
  outputBytes: 100_000,
};
const PROGRAMS = {
  python: [SYSTEM_PYTHON, '-c'],
  javascript: [THIS_NODE, '-e'],
  shell: ['/bin/sh', '-c'],
} as const;

/** Runs an attempt as anybody would who has no sandbox: with this process' environment, user and rights. */
export async function tryInTheOpen(attempt: Attempt): Promise<InTheOpen> {
  const folder = mkdtempSync(join(tmpdir(), 'mge-abuse-'));
  const [program, flag] = PROGRAMS[attempt.language];
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', ...(attempt.descriptors ?? [])];
  const child = spawn(program, [flag, attempt.script], { cwd: folder, stdio, detached: true });
  let stdout = '';
  let endless = false;
  child.stdout?.on('data', (piece: Buffer) => (stdout += piece.toString('latin1')));
  const timer = setTimeout(() => {
    endless = true;
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }, attempt.patience ?? 10_000);
  await new Promise((resolve) => child.once('exit', resolve));
  clearTimeout(timer);
  rmSync(folder, { recursive: true, force: true });
  return { got: stdout.includes('GOT'), stdout, endless };
}

/** Runs the same attempt in the machine's sandbox. */
export async function tryInTheSandbox(attempt: Attempt): Promise<InTheSandbox> {
  const [program, flag] = PROGRAMS[attempt.language];
  const command: SandboxCommand = {
    argv: [program, flag, attempt.script],
    cwd: '/tmp',
    mounts: [...NODE_MOUNTS, ...(attempt.mounts ?? [])],
    scratch: [{ path: '/tmp', megabytes: 32 }],
    env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
    limits: { ...LIMITS, ...attempt.limits },
  };
  const outcome = await (await theSandbox()).sandbox.run(command);
  const text = Buffer.from(outcome.stdout).toString('latin1');
  return { ...outcome, got: text.includes('GOT'), text };
}
