import { performRun, type RunJob } from '#local/github/runs/perform-run.ts';
import type { WorkflowRunner } from '#local/github/workflow-runner.ts';
import type { World } from '#local/github/world.ts';

export interface RunQueue {
  start(job: Omit<RunJob, 'stop'>): void;
  /** Asks a run to stop; false when it is not under way. */
  stop(runId: number): boolean;
  /** Resolves when no run waits or works. */
  settled(): Promise<void>;
  /** Whether a run is under way. */
  working(): boolean;
  close(): Promise<void>;
}

const atOnce = 2;

interface RunQueueParts {
  readonly world: () => World;
  readonly runner: WorkflowRunner;
}

/** Performs workflow runs with the runner, two at once, the rest in their order. */
export function createRunQueue({ world, runner }: RunQueueParts): RunQueue {
  const waiting: RunJob[] = [];
  const working = new Map<RunJob, Promise<void>>();
  const next = (): void => {
    while (working.size < atOnce) {
      const job = waiting.shift();
      if (!job) return;
      const done = performRun(world(), runner, job).finally(() => {
        working.delete(job);
        next();
      });
      working.set(job, done);
    }
  };
  const settled = async (): Promise<void> => {
    while (working.size > 0) await Promise.all(working.values());
  };
  return {
    start: (job) => {
      waiting.push({ ...job, stop: new AbortController() });
      next();
    },
    stop: (runId) => {
      const job = [...waiting, ...working.keys()].find(({ run }) => run.id === runId);
      job?.stop.abort();
      return job !== undefined;
    },
    settled,
    working: () => working.size > 0,
    close: async () => {
      waiting.length = 0;
      for (const job of working.keys()) job.stop.abort();
      await settled();
    },
  };
}
