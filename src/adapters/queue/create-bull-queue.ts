import { DelayedError } from 'bullmq';
import type {
  BullBackend,
  BullJob,
  BullProcessor,
  BullQueue,
  BullWorker,
  BullWorkerOptions,
} from '#adapters/queue/bull-backend.ts';
import { JobData } from '#adapters/queue/job-data.ts';
import { jobOptions } from '#adapters/queue/job-options.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { EnqueueOptions, Job, JobOutcome, JobQueue, Lane } from '#ports/job-queue.ts';
import type { Telemetry } from '#ports/telemetry.ts';

const QUEUES: Readonly<Record<Lane, string>> = { quick: 'mge-quick', slow: 'mge-slow' };
/** Quick jobs at a time: they wait for GitHub and the database, seldom for long. */
const QUICK_CONCURRENCY = 16;

export interface BullQueueTimes {
  /** How soon a job is tried again whose handler threw, which it does only when the database is away. */
  readonly troubleMs: number;
  /** How long a worker may be silent before its jobs are taken up by others. */
  readonly silenceMs: number;
}

const TIMES: BullQueueTimes = { troubleMs: 5_000, silenceMs: 10_000 };

type Handler = (job: Job) => Promise<JobOutcome>;

function unavailable(cause: unknown): MgeError {
  return new MgeError('The job queue cannot be reached.', {
    code: 'queue-unavailable',
    retry: 'retry',
    nextStep: 'Check that Redis (or the database, where there is no Redis) is running.',
    cause,
  });
}

async function handle(
  handler: Handler,
  inTrouble: (error: unknown) => JobOutcome,
  bullJob: BullJob,
  token: string | undefined,
): Promise<void> {
  const outcome = await handler(JobData.parse(bullJob.data)).catch(inTrouble);
  if (outcome.done) return;
  await bullJob.moveToDelayed(Math.max(outcome.retryAt.getTime(), Date.now() + 1), token);
  // How the library is told that the job is not finished.
  throw new DelayedError();
}

/** It never gives up on a job whose worker died: tries are counted elsewhere. */
function workerOptions(concurrency: number, { silenceMs }: BullQueueTimes): BullWorkerOptions {
  return {
    concurrency,
    lockDuration: silenceMs,
    stalledInterval: Math.ceil(silenceMs / 3),
    maxStalledCount: 1_000_000,
  };
}

async function openQueues(backend: BullBackend): Promise<Readonly<Record<Lane, BullQueue>>> {
  const queues = { quick: backend.queue(QUEUES.quick), slow: backend.queue(QUEUES.slow) };
  for (const queue of Object.values(queues)) {
    await queue.waitUntilReady();
    if (backend.exclusive) await queue.obliterate({ force: true });
  }
  return queues;
}

/** A job queue on BullMQ. Takes the backend over: closing the queue closes it. */
export async function createBullQueue(
  backend: BullBackend,
  { telemetry, times = TIMES }: { readonly telemetry: Telemetry; readonly times?: BullQueueTimes },
): Promise<JobQueue> {
  const queues = await openQueues(backend);
  const workers: BullWorker[] = [];
  let closed: Promise<void> | null = null;

  function inTrouble(error: unknown): JobOutcome {
    telemetry.warn('job failed', { error });
    return { done: false, retryAt: new Date(Date.now() + times.troubleMs) };
  }
  function startWorker(lane: Lane, concurrency: number, handler: Handler): void {
    const process: BullProcessor = (job, token) => handle(handler, inTrouble, job, token);
    workers.push(backend.worker(QUEUES[lane], process, workerOptions(concurrency, times)));
  }
  async function closeAll(): Promise<void> {
    await Promise.all(workers.map((worker) => worker.close()));
    await Promise.all(Object.values(queues).map((queue) => queue.close()));
    await backend.close();
  }

  return {
    async enqueue(job: Job, options: EnqueueOptions = {}) {
      await queues[options.lane ?? 'quick'].add(job.kind, job, jobOptions(job, options)).catch((error: unknown) => {
        throw unavailable(error);
      });
    },
    async work(handler, { concurrency }) {
      startWorker('quick', QUICK_CONCURRENCY, handler);
      startWorker('slow', concurrency, handler);
      await Promise.all(workers.map((worker) => worker.waitUntilReady()));
    },
    close() {
      closed ??= closeAll();
      return closed;
    },
  };
}
