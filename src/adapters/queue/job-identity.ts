import { createHash } from 'node:crypto';
import type { Job } from '#ports/job-queue.ts';

/** What makes two jobs the same, in a form that any queue takes as a name. */
export function jobIdentity(job: Job): string {
  return createHash('sha256')
    .update(JSON.stringify(partsOf(job)))
    .digest('hex');
}

function partsOf(job: Job): (string | number)[] {
  if (job.kind === 'setup') return [job.kind, job.installationId];
  return job.kind === 'tick' ? [job.kind, job.runId] : [job.kind, job.runId, job.key];
}
