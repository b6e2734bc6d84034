import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { AnalysisAnswer, type AnalysisTask } from '#main/commands/analysis-task.ts';
import type { AnalysedFile } from '#main/commands/analyse-files.ts';
import { workerCode, type WorkerCode } from '#main/commands/worker-code.ts';

const Message = z.object({ index: z.number(), answer: AnalysisAnswer });

/** Files that wait at a thread: enough for the while in which whoever takes the answers is busy with a large one. */
const ahead = 16;
/** Answers that may wait for one that comes before them: what keeps the memory from growing with the corpus. */
const window = 256;

interface Thread {
  readonly worker: Worker;
  hasAnswered: boolean;
  readonly at: Set<number>;
}

/** The state of one run over all files. */
interface Run {
  readonly code: WorkerCode;
  readonly paths: readonly string[];
  readonly threads: Set<Thread>;
  readonly answers: Map<number, AnalysisAnswer>;
  /** Files of a thread that ended early. */
  readonly again: number[];
  next: number;
  yielded: number;
  /** Why threads do not start. */
  failure: Error | null;
  wake: () => void;
}

/** Analyses files on several threads. The answers come in the order of the files; a file that ends its thread is named. */
export async function* createAnalysisThreads(
  task: AnalysisTask,
  paths: readonly string[],
  count: number,
): AsyncGenerator<AnalysedFile> {
  const state = { code: await workerCode(task), threads: new Set<Thread>(), answers: new Map(), again: [] };
  const run: Run = { paths, ...state, next: 0, yielded: 0, failure: null, wake: () => {} };
  for (let thread = 0; thread < count; thread += 1) startThread(run);
  try {
    for (const path of paths) {
      const answer = await answerTo(run);
      run.answers.delete(run.yielded);
      run.yielded += 1;
      for (const thread of run.threads) refill(run, thread);
      yield { path, answer };
    }
  } finally {
    await Promise.all(Array.from(run.threads, ({ worker }) => worker.terminate()));
  }
}

async function answerTo(run: Run): Promise<AnalysisAnswer> {
  for (;;) {
    const answer = run.answers.get(run.yielded);
    if (answer !== undefined) return answer;
    if (run.failure !== null) throw run.failure;
    await new Promise<void>((wake) => {
      run.wake = wake;
    });
  }
}

function startThread(run: Run): void {
  const worker = new Worker(run.code.source, run.code.options);
  const thread: Thread = { worker, hasAnswered: false, at: new Set() };
  run.threads.add(thread);
  worker.on('message', (message: unknown) => {
    const { index, answer } = Message.parse(message);
    thread.hasAnswered = true;
    thread.at.delete(index);
    settle(run, index, answer);
    refill(run, thread);
  });
  worker.on('error', (error) => endThread(run, thread, error));
  refill(run, thread);
}

/** Where no thread starts, all ends. The file that a thread was at is given up, the others that waited there are taken up by a new thread. */
function endThread(run: Run, thread: Thread, error: Error): void {
  run.threads.delete(thread);
  if (!thread.hasAnswered) {
    run.failure ??= error;
    return run.wake();
  }
  const [failed, ...others] = thread.at;
  run.again.push(...others);
  if (failed !== undefined) settle(run, failed, { problem: `ended its thread: ${error.message}` });
  startThread(run);
}

function settle(run: Run, index: number, answer: AnalysisAnswer): void {
  run.answers.set(index, answer);
  if (index === run.yielded) run.wake();
}

function refill(run: Run, { worker, at }: Thread): void {
  while (at.size < ahead) {
    const isOpen = run.next < run.paths.length && run.next < run.yielded + window;
    const index = run.again.shift() ?? (isOpen ? run.next : null);
    if (index === null) return;
    if (index === run.next) run.next += 1;
    at.add(index);
    worker.postMessage({ index, path: run.paths[index] ?? '' });
  }
}
