import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { once } from 'node:events';
import { endWithThisProcess } from '#local/processes/end-with-this-process.ts';

export interface Child {
  readonly process: ChildProcess;
  /** What its first ready line told. */
  readonly told: string;
  /** Asks it to stop, and insists after ten seconds. */
  stop(): Promise<void>;
}

export interface ChildRequest {
  readonly entry: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly onLine: (line: string, from: 'stdout' | 'stderr') => void;
  /** What a line tells that means the program is ready; null for any other line. */
  readonly readyWith: (line: string) => string | null;
}

/**
 * Starts one of the project's programs in a process of its own, with nothing of this process's environment but the paths,
 * and waits until it is ready.
 */
export async function startChild({ entry, args = [], env, onLine, readyWith }: ChildRequest): Promise<Child> {
  const kept = Object.fromEntries(['PATH', 'HOME', 'TMPDIR', 'LANG'].map((name) => [name, process.env[name] ?? '']));
  const loader = entry.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...loader, entry, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...kept, NODE_ENV: 'production', ...env },
  });
  endWithThisProcess(child, { group: false });
  const told = await new Promise<string>((resolve, reject) => {
    for (const from of ['stdout', 'stderr'] as const) {
      createInterface({ input: child[from] }).on('line', (line) => {
        const ready = readyWith(line);
        if (ready !== null) resolve(ready);
        onLine(line, from);
      });
    }
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${entry} ended before it was ready (exit code ${code}).`)));
  });
  return { process: child, told, stop: () => stopChild(child) };
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(insist);
}

/** The path of one of the project's modules. */
export function entryOf(specifier: string): string {
  return fileURLToPath(import.meta.resolve(specifier));
}
