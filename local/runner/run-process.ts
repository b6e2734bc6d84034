import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { endWithThisProcess } from '#local/processes/end-with-this-process.ts';

export interface ProcessRequest {
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
  /** Aborting kills the whole process group. */
  readonly signal: AbortSignal;
}

/** Runs a step's process with exactly the given environment; resolves to its exit status (null: a signal ended it). */
export async function runProcess(request: ProcessRequest): Promise<number | null> {
  const child = spawn(request.argv[0], request.argv.slice(1), {
    cwd: request.cwd,
    env: { ...request.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  endWithThisProcess(child, { group: true });
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', request.onLine);
  const kill = (): void => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL');
  };
  request.signal.addEventListener('abort', kill, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code));
      if (request.signal.aborted) kill();
    });
  } finally {
    request.signal.removeEventListener('abort', kill);
  }
}
