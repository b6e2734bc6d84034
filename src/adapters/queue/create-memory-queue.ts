import { createWaitingJobs } from '#adapters/queue/waiting-jobs.ts';
import type { Clock } from '#ports/clock.ts';
import type { Job, JobOutcome, JobQueue } from '#ports/job-queue.ts';

/** How soon a job is tried again whose handler threw. */
const TROUBLE_MS = 5_000;

/** A queue without background work: jobs are done, one after the other, only while it is drained. For tests and short commands. */
export interface MemoryQueue extends JobQueue {
  /** Does every job that is due by the clock, and those that come of them. */
  drain(): Promise<void>;
  /** When the next job is due; null when none waits. */
  nextDue(): Date | null;
}

export function createMemoryQueue({ clock }: { readonly clock: Clock }): MemoryQueue {
  const waiting = createWaitingJobs({ clock });
  let handler: ((job: Job) => Promise<JobOutcome>) | null = null;
  let draining: Promise<void> | null = null;

  function inTrouble(): JobOutcome {
    return { done: false, retryAt: new Date(clock.now().getTime() + TROUBLE_MS) };
  }

  async function doAll(): Promise<void> {
    while (handler !== null) {
      const next = waiting.takeDue();
      if (next === null) return;
      const outcome = await handler(next.job).catch(inTrouble);
      if (!outcome.done) waiting.putBack({ ...next, due: outcome.retryAt.getTime() });
    }
  }

  return {
    enqueue(job, options = {}) {
      waiting.offer(job, options);
      return Promise.resolve();
    },
    work(given) {
      handler = given;
      return Promise.resolve();
    },
    async close() {
      handler = null;
      await draining;
    },
    async drain() {
      while (draining !== null) await draining;
      draining = doAll();
      await draining;
      draining = null;
    },
    nextDue: () => waiting.nextDue(),
  };
}
