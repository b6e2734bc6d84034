import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryQueue } from '#adapters/queue/create-memory-queue.ts';
import { openStore, type Store } from '#adapters/store/open-store.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { AskedSetup, SetupOutcome } from '#domain/setup/repository-setup.ts';
import { createAskSetup, createResumeSetups, createSetUpNext } from '#orchestrator/set-up-repositories.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';

const MINUTE = 60_000;
const START = new Date('2026-11-21T09:00:00.000Z');
const clock = createManualClock();
const telemetry = createSilentTelemetry();
let store: Store | null = null;
/** What happened, with the minutes since the start. */
let story: string[];
let installation = 0;

/** Plays everything there is to do for an installation on some repositories; the queue is lost when the clock reaches `crash`. */
async function install(
  names: readonly string[],
  offer: (asked: AskedSetup) => Promise<SetupOutcome>,
  crash = Infinity,
): Promise<void> {
  store ??= await openStore({ memory: true }, { clock, telemetry });
  const { setups } = store;
  installation += 1;
  let queue = createMemoryQueue({ clock });
  const offerSetup = async (asked: AskedSetup): Promise<SetupOutcome> => {
    story.push(`${(clock.now().getTime() - START.getTime()) / MINUTE} ${asked.name}`);
    return offer(asked);
  };
  const setUpNext = createSetUpNext({ setups, offerSetup, clock, telemetry, random: () => 0.5 });
  const work = () =>
    queue.work((job) => (job.kind === 'setup' ? setUpNext(job.installationId) : Promise.reject(new Error())), {
      concurrency: 1,
    });
  await work();
  await createAskSetup({ setups, queue })(
    installation,
    names.map((name) => ({ owner: 'team', name })),
  );
  let crashed = false;
  for (;;) {
    await queue.drain();
    const due = queue.nextDue();
    if (due === null) return;
    clock.set(due);
    if (crashed || clock.now().getTime() - START.getTime() < crash) continue;
    crashed = true;
    queue = createMemoryQueue({ clock });
    await work();
    await createResumeSetups({ setups, queue })();
  }
}

const opened = (): Promise<SetupOutcome> => Promise.resolve({ kind: 'opened', pullRequest: 1 });
const failure = (retry: 'retry' | 'give-up' | 'wait-until', until?: Date): MgeError =>
  new MgeError('no', { code: 'github-unavailable', retry, nextStep: '', ...(until === undefined ? {} : { until }) });

describe('repositories that an installation brought', () => {
  beforeEach(() => {
    clock.set(START);
    story = [];
  });
  afterAll(() => store?.close());

  it('are looked at one after the other, a minute after each pull request, and at once where none was opened', async () => {
    await install(['a', 'b', 'c', 'd'], ({ name }) => (name < 'c' ? opened() : Promise.resolve({ kind: 'ready' })));
    expect(story).toEqual(['0 a', '1 b', '2 c', '2 d']);
  });

  it('outlive the queue', async () => {
    await install(['a', 'b', 'c'], opened, MINUTE);
    expect(story).toEqual(['0 a', '1 b', '2 c']);
  });

  it('do not wait for one that fails: it is tried three times, and left', async () => {
    await install(['a', 'b'], ({ name }) => (name === 'a' ? Promise.reject(failure('retry')) : opened()));
    expect(story.map((each) => each.split(' ')[1])).toEqual(['a', 'b', 'a', 'a']);
  });

  it('are given up at once where GitHub says so', async () => {
    await install(['a', 'b'], ({ name }) => (name === 'a' ? Promise.reject(failure('give-up')) : opened()));
    expect(story).toEqual(['0 a', '0 b']);
  });

  it('wait together where GitHub asks them to, and no try is used up', async () => {
    const until = new Date(START.getTime() + 30 * MINUTE);
    await install(['a', 'b'], () => (clock.now() < until ? Promise.reject(failure('wait-until', until)) : opened()));
    expect(story).toEqual(['0 a', '30 a', '31 b']);
  });
});
