import type { PerformEffect } from '#orchestrator/perform-effect.ts';
import type { Reconcile } from '#orchestrator/reconcile.ts';
import type { SetUpNext } from '#orchestrator/set-up-repositories.ts';
import type { Tick } from '#orchestrator/tick.ts';
import type { Job, JobOutcome, JobQueue } from '#ports/job-queue.ts';
import type { Telemetry } from '#ports/telemetry.ts';

export interface WorkerDependencies {
  readonly queue: JobQueue;
  readonly tick: Tick;
  readonly performEffect: PerformEffect;
  readonly setUpNext: SetUpNext;
  readonly reconcile: Reconcile;
  readonly telemetry: Telemetry;
}

export interface WorkerOptions {
  /** Slow effects at a time. */
  readonly concurrency: number;
  /** Between two rounds of reconciling. */
  readonly reconcileMs?: number;
}

export interface Worker {
  /** Stops taking jobs, waits for the running ones, and closes the queue. */
  close(): Promise<void>;
}

const RECONCILE_MS = 15_000;

/** Repeats a task, with a pause after each time; the first time at once. */
function repeat(task: () => Promise<void>, pauseMs: number): { stop(): Promise<void> } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  function round(): void {
    running = task().then(() => {
      if (!stopped) timer = setTimeout(round, pauseMs);
    });
  }
  round();
  return {
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      return running;
    },
  };
}

/** Works on the queue's jobs and reconciles on a timer, beginning with what an earlier process left behind. */
export async function startWorker(
  { queue, tick, performEffect, setUpNext, reconcile, telemetry }: WorkerDependencies,
  { concurrency, reconcileMs = RECONCILE_MS }: WorkerOptions,
): Promise<Worker> {
  async function handle(job: Job): Promise<JobOutcome> {
    if (job.kind === 'setup') return setUpNext(job.installationId);
    if (job.kind === 'effect') return performEffect(job.runId, job.key);
    await tick(job.runId);
    return { done: true };
  }
  await queue.work(handle, { concurrency });
  const reconciling = repeat(
    () => reconcile().catch((error: unknown) => telemetry.warn('not reconciled', { error })),
    reconcileMs,
  );
  return {
    async close() {
      await reconciling.stop();
      await queue.close();
    },
  };
}
