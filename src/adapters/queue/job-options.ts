import type { JobsOptions } from 'bullmq';
import { fairTurn } from '#adapters/queue/fair-turn.ts';
import { jobIdentity } from '#adapters/queue/job-identity.ts';
import type { EnqueueOptions, Job } from '#ports/job-queue.ts';

/**
 * One job of an identity waits, at most one more runs: the library keeps what is handed in meanwhile, and brings it up
 * afterwards. A delayed one is brought forward only by one that is due at once.
 */
export function jobOptions(job: Job, { notBefore, lane, place = 0 }: EnqueueOptions): JobsOptions {
  const delay = notBefore === undefined ? 0 : Math.max(0, notBefore.getTime() - Date.now());
  const deduplication = { id: jobIdentity(job), keepLastIfActive: true, reschedule: delay === 0 };
  const turn = lane === 'slow' ? { priority: fairTurn(new Date(), place) } : {};
  return { ...turn, delay, deduplication, attempts: 1, removeOnComplete: true, removeOnFail: true };
}
