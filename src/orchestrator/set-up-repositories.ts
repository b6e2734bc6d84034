import { classifyFailure } from '#domain/failure/classify-failure.ts';
import type { AskedSetup, RepositoryName, SetupOutcome } from '#domain/setup/repository-setup.ts';
import { decideRetry } from '#orchestrator/decide-retry.ts';
import type { Clock } from '#ports/clock.ts';
import type { JobOutcome, JobQueue } from '#ports/job-queue.ts';
import type { SetupStore } from '#ports/setup-store.ts';
import type { Telemetry } from '#ports/telemetry.ts';

/** Has the repositories of an installation looked at, each on its own. Asked twice, the second look finds nothing to do. */
export type AskSetup = (installationId: number, repositories: readonly RepositoryName[]) => Promise<void>;

export function createAskSetup({ setups, queue }: { readonly setups: SetupStore; readonly queue: JobQueue }): AskSetup {
  return async (installationId, repositories) => {
    await setups.ask(installationId, repositories);
    await queue.enqueue({ kind: 'setup', installationId }, { lane: 'slow' });
  };
}

/** Hands the installations with repositories that wait to the queue, again: a job may have been lost. */
export function createResumeSetups({
  setups,
  queue,
}: {
  readonly setups: SetupStore;
  readonly queue: JobQueue;
}): () => Promise<void> {
  return async () => {
    for (const installationId of await setups.waiting())
      await queue.enqueue({ kind: 'setup', installationId }, { lane: 'slow' });
  };
}

/** Looks at the next repository of an installation, and says when to come for the one after it. */
export type SetUpNext = (installationId: number) => Promise<JobOutcome>;

export interface SetUpNextDependencies {
  readonly setups: SetupStore;
  /** Looks at one repository, and opens the pull request that it lacks. */
  readonly offerSetup: (asked: AskedSetup) => Promise<SetupOutcome>;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
}

/**
 * Between two pull requests for one installation. Each takes about five of the 500 writes that GitHub allows in an hour; the
 * installation's runs need the rest.
 */
const PAUSE_MS = 60_000;

export function createSetUpNext({ setups, offerSetup, clock, telemetry, random }: SetUpNextDependencies): SetUpNext {
  async function attempt(asked: AskedSetup): Promise<JobOutcome> {
    const facts = { repository: `${asked.owner}/${asked.name}`, installation: asked.installationId };
    const now = clock.now();
    try {
      const outcome = await offerSetup(asked);
      telemetry.info('repository looked at', { ...facts, ...outcome });
      await setups.settle(asked, outcome.kind);
    } catch (error) {
      const classified = classifyFailure(error);
      const again = decideRetry({ classified, tries: asked.tries, now, random });
      telemetry.warn('repository not set up', { ...facts, error, again: again?.until ?? null });
      if (again === null) await setups.settle(asked, 'failed');
      // What holds one up (a limit of requests) holds up the others of the installation, too.
      else if (!again.counts) return { done: false, retryAt: again.until };
      else await setups.postpone(asked, again.until);
    }
    return { done: false, retryAt: now };
  }

  return async (installationId) => {
    const next = await setups.next(installationId);
    if (next === null) return { done: true };
    const { asked, notBefore, lastOpenedAt } = next;
    const rested = lastOpenedAt === null ? 0 : lastOpenedAt.getTime() + PAUSE_MS;
    const due = new Date(Math.max(notBefore?.getTime() ?? 0, rested));
    return due > clock.now() ? { done: false, retryAt: due } : attempt(asked);
  };
}
