import type { Job, JobQueue } from '#ports/job-queue.ts';
import type { Telemetry } from '#ports/telemetry.ts';

export interface LaterQueue extends Pick<JobQueue, 'enqueue'> {
  /** Answers when all that was handed in is in the queue, or could not be put there. */
  settled(): Promise<void>;
}

/**
 * Hands ticks to the queue without keeping whoever asks waiting, a few at a time; a run that waits for its turn waits once. What
 * is lost on the way (the process ends, the queue is away) the timer finds: the run's events are saved and not applied.
 */
export function createLaterQueue(
  queue: Pick<JobQueue, 'enqueue'>,
  { telemetry, atOnce = 4 }: { readonly telemetry: Telemetry; readonly atOnce?: number },
): LaterQueue {
  const waiting = new Map<string, Job>();
  const running = new Set<Promise<void>>();

  function handIn(): void {
    for (const [name, job] of waiting) {
      if (running.size >= atOnce) return;
      waiting.delete(name);
      const run = queue
        .enqueue(job)
        .catch((error: unknown) => telemetry.warn('a tick was not queued', { run: job.runId, error }))
        .finally(() => {
          running.delete(run);
          handIn();
        });
      running.add(run);
    }
  }

  return {
    enqueue(job) {
      waiting.set(`${job.kind} ${job.runId}`, job);
      handIn();
      return Promise.resolve();
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
