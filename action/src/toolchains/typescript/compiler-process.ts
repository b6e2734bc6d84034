import { z } from 'zod';
import type { SandboxKill, SandboxOutcome, SandboxSession } from '#ports/sandbox.ts';
import { createLineSplitter } from '#action/src/line-splitter.ts';
import { textOf, type Workbench } from '#action/src/workbench.ts';

export type CompilerQuestion =
  | { readonly ask: 'project' }
  | { readonly ask: 'check'; readonly files: readonly string[]; readonly stubbed: boolean }
  | { readonly ask: 'transpile'; readonly sources: readonly { readonly from: string; readonly text: string }[] };

export type CompilerAnswer<T> =
  | { readonly kind: 'answered'; readonly value: T }
  /** The project's compiler cannot be asked, or not this. */
  | { readonly kind: 'unable'; readonly reason: string }
  /** The process ended or was ended over this question. */
  | { readonly kind: 'ended'; readonly killedBy: SandboxKill | null; readonly output: string };

/** The project's own compiler, kept running in the sandbox between the questions of a job. */
export interface CompilerProcess {
  ask<T>(question: CompilerQuestion, answer: z.ZodType<T>): Promise<CompilerAnswer<T>>;
  /** Resolves when the process is gone. */
  close(): Promise<void>;
}

interface Running {
  readonly session: SandboxSession;
  readonly waiting: Map<number, (reply: Reply) => void>;
  killedBy: SandboxKill | null;
}

type Reply = CompilerAnswer<unknown>;

const Line = z.object({ id: z.number(), value: z.unknown().optional(), unable: z.string().optional() });
const COMMAND = ['node', '/mge/drivers/compiler.mjs', '/mge/tree'] as const;
/** A compiler needs more than a test, and is no candidate's code. */
const COMPILER_MB = 2048;
/** It lives as long as the job; each question has its own time. */
const LIFE_MS = 6 * 3_600_000;
const LIFE_BYTES = 512 * 1024 * 1024;

/** Starts the process with the first question, and anew after it has ended. `timeMs`: wall clock of one answer. */
export function createCompilerProcess(deps: {
  readonly workbench: Workbench;
  readonly timeMs: number;
}): CompilerProcess {
  const { workbench, timeMs } = deps;
  let running: Running | null = null;
  let asked = 0;

  function start(): Running {
    const waiting = new Map<number, (reply: Reply) => void>();
    const lines = createLineSplitter((line) => settle(line, waiting));
    const session = workbench.open(
      { argv: COMMAND, timeMs: LIFE_MS, memoryMb: COMPILER_MB, outputBytes: LIFE_BYTES },
      (piece) => lines.add(piece),
    );
    const process: Running = { session, waiting, killedBy: null };
    const end = (reply: Reply): void => {
      if (running === process) running = null;
      waiting.forEach((resolve) => resolve(reply));
    };
    session.ended.then(
      (outcome) => end(describeEnd(outcome, process.killedBy)),
      (cause: unknown) => end({ kind: 'ended', killedBy: null, output: String(cause) }),
    );
    return process;
  }

  async function ask<T>(question: CompilerQuestion, answer: z.ZodType<T>): Promise<CompilerAnswer<T>> {
    const process = (running ??= start());
    const id = (asked += 1);
    const overdue = setTimeout(() => {
      process.killedBy = 'wall-clock';
      process.session.close();
    }, timeMs);
    const reply = await new Promise<Reply>((resolve) => {
      process.waiting.set(id, resolve);
      process.session.write(`${JSON.stringify({ ...question, id })}\n`);
    });
    clearTimeout(overdue);
    return reply.kind === 'answered' ? { kind: 'answered', value: answer.parse(reply.value) } : reply;
  }

  async function close(): Promise<void> {
    const ending = running?.session;
    ending?.close();
    await ending?.ended.catch(nothingStarted);
  }
  return { ask, close };
}

/** A process that could not be started is gone as well; who asked it was told why. */
function nothingStarted(): void {}

function settle(line: string, waiting: Map<number, (reply: Reply) => void>): void {
  const parsed = Line.safeParse(parseJson(line));
  // What else is written there answers nothing; the question that waits has its time.
  if (!parsed.success) return;
  const { id, value, unable } = parsed.data;
  waiting.get(id)?.(unable === undefined ? { kind: 'answered', value } : { kind: 'unable', reason: unable });
  waiting.delete(id);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

function describeEnd(outcome: SandboxOutcome, killedBy: SandboxKill | null): Reply {
  return { kind: 'ended', killedBy: killedBy ?? outcome.killedBy, output: textOf(outcome.stderr).slice(-800) };
}
