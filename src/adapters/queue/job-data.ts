import { z } from 'zod';
import type { Job } from '#ports/job-queue.ts';

/** A job as it lies in the queue's database. */
export const JobData: z.ZodType<Job> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tick'), runId: z.string() }),
  z.object({ kind: z.literal('effect'), runId: z.string(), key: z.string() }),
  z.object({ kind: z.literal('setup'), installationId: z.number() }),
]);
