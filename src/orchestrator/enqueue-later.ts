import type { EnqueueOptions, Job, JobQueue } from '#ports/job-queue.ts';
import type { Telemetry } from '#ports/telemetry.ts';

export interface LaterQueue extends Pick<JobQueue, 'enqueue'> {
  /** Answers when nothing is on its way to the queue; what still waits for its turn then does so no more. */
  close(): Promise<void>;
}

export interface LaterOptions {
  readonly telemetry: Telemetry;
  /** So many may be on their way to the queue at once … */
  readonly atOnce: number;
  /** … and each takes so long at least, in milliseconds: in a flood, what comes for one run is applied together. */
  readonly leastMs: number;
}

/**
 * Hands ticks to the queue without keeping whoever asks waiting, a few at a time; a run that waits for its turn waits once. What
 * is lost on the way (the process ends, the queue is away) the timer finds: the run's events are saved and not applied.
 */
export function createLaterQueue(
  queue: Pick<JobQueue, 'enqueue'>,
  { telemetry, atOnce, leastMs }: LaterOptions,
): LaterQueue {
  const waiting = new Map<string, readonly [Job, EnqueueOptions]>();
  const running = new Set<Promise<void>>();
  let handing = 0;

  function handIn(): void {
    for (const [name, handed] of waiting) {
      if (handing >= atOnce) return;
      waiting.delete(name);
      handing += 1;
      const run = queue
        .enqueue(...handed)
        .catch((error: unknown) => telemetry.warn('a job was not queued', { job: name, error }))
        .finally(() => void running.delete(run));
      running.add(run);
      void Promise.all([run, passed(leastMs)]).then(() => {
        handing -= 1;
        handIn();
      });
    }
  }

  return {
    enqueue(job, options = {}) {
      waiting.set(JSON.stringify(job), [job, options]);
      handIn();
      return Promise.resolve();
    },
    async close() {
      waiting.clear();
      await Promise.all(running);
    },
  };
}

function passed(milliseconds: number): Promise<void> {
  if (milliseconds === 0) return Promise.resolve();
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}
