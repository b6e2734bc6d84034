import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { exceededLimit } from '#adapters/sandbox/exceeded-limit.ts';
import { listProcessTree } from '#adapters/sandbox/process-tree.ts';
import { limitOf, signalOf, type ProcessEnd } from '#adapters/sandbox/describe-end.ts';
import { createCappedBuffer } from '#adapters/sandbox/capped-buffer.ts';
import type { SandboxKill, SandboxLimits, SandboxOutcome, SandboxSession } from '#ports/sandbox.ts';

const WATCH_MS = 50;

export interface SupervisedProcess {
  readonly argv: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly stdin: string;
  readonly limits: SandboxLimits;
  /** Scratch folders of its own root, whose files are counted. */
  readonly scratch?: readonly string[];
  /** Open files given to the process as descriptors 3, 4, …; they may be closed once this is started. */
  readonly descriptors: readonly number[];
}

/**
 * Runs a command as the leader of its own process group, and holds its wall clock, memory and output from outside.
 * Whatever ends it, nothing of its process tree outlives it. Rejects when the command cannot be started.
 */
export function superviseProcess(request: SupervisedProcess): Promise<SandboxOutcome> {
  const { child, ended } = start(request, null);
  child.stdin?.end(request.stdin);
  return ended;
}

/** The same for a command that is talked to: standard input stays open, standard output is handed on. */
export function openProcess(request: SupervisedProcess, onOutput: (piece: Uint8Array) => void): SandboxSession {
  const { child, ended } = start(request, onOutput);
  const write = (text: string): void => {
    if (child.stdin?.writable === true) child.stdin.write(text);
  };
  write(request.stdin);
  return { write, close: () => killTree(child), ended };
}

function start(request: SupervisedProcess, onOutput: ((piece: Uint8Array) => void) | null) {
  const started = performance.now();
  const stdio: StdioOptions = ['pipe', 'pipe', 'pipe', ...request.descriptors];
  const options = { cwd: request.cwd, env: { ...request.env }, stdio, detached: true };
  const child = spawn(request.argv[0], request.argv.slice(1), options);
  const verdict: { killedBy: SandboxKill | null } = { killedBy: null };
  const kill = (reason: SandboxKill): void => {
    verdict.killedBy ??= reason;
    killTree(child);
  };
  const output = [child.stdout, child.stderr].map((stream, index) => {
    const full = (): void => kill('output');
    const buffer = createCappedBuffer(request.limits.outputBytes, full, index === 0 ? onOutput : null);
    stream?.on('data', buffer.add);
    return buffer;
  });
  child.stdin?.on('error', ignoreClosedPipe);
  const stopWatching = watch(child, request, kill);
  const describe = (end: ProcessEnd): SandboxOutcome => ({
    exitCode: end.exitCode,
    signal: signalOf(end),
    killedBy: verdict.killedBy ?? limitOf(end),
    stdout: output[0]?.bytes() ?? new Uint8Array(),
    stderr: output[1]?.bytes() ?? new Uint8Array(),
    milliseconds: performance.now() - started,
  });
  return { child, ended: waitForEnd(child).finally(stopWatching).then(describe) };
}

function watch(child: ChildProcess, request: SupervisedProcess, kill: (reason: SandboxKill) => void): () => void {
  const wallClock = setTimeout(() => kill('wall-clock'), request.limits.wallClockMs);
  const tree = setInterval(() => {
    const exceeded = child.pid === undefined ? null : exceededLimit(child.pid, request);
    if (exceeded !== null) kill(exceeded);
  }, WATCH_MS);
  return () => {
    clearTimeout(wallClock);
    clearInterval(tree);
  };
}

function waitForEnd(child: ChildProcess): Promise<ProcessEnd> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    // 'exit' first: a background process that holds our pipes open must not keep us waiting.
    child.once('exit', () => killTree(child));
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal }));
  });
}

function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  const others = child.exitCode === null && child.signalCode === null ? listProcessTree(child.pid) : [];
  for (const target of [-child.pid, ...others]) {
    try {
      process.kill(target, 'SIGKILL');
    } catch (cause) {
      ignoreGone(cause);
    }
  }
}

function ignoreGone(cause: unknown): void {
  if (!(cause instanceof Error && 'code' in cause && (cause.code === 'ESRCH' || cause.code === 'EPERM'))) throw cause;
}

function ignoreClosedPipe(cause: NodeJS.ErrnoException): void {
  if (cause.code !== 'EPIPE' && cause.code !== 'ECONNRESET') throw cause;
}
