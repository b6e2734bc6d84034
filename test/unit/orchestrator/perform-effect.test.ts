import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryQueue, type MemoryQueue } from '#adapters/queue/create-memory-queue.ts';
import { openStore, type Store } from '#adapters/store/open-store.ts';
import { MgeError, type FailureFacts } from '#domain/failure/mge-error.ts';
import type { Effect } from '#domain/run/effect.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { createPerformEffect, type PerformEffect } from '#orchestrator/perform-effect.ts';
import type { StoredEvent } from '#ports/run-store.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { createSilentTelemetry, type RecordedTelemetry } from '#test/support/silent-telemetry.ts';
import { effectDone, labelled, prepare, publishStatus, sampleRun } from '#test/support/store-samples.ts';
import { sameForAll } from '#test/support/toy-world.ts';

type Performing = (run: Run, effect: Effect) => Promise<RunEvent>;
const DONE = { done: true };

function trouble(facts: Partial<FailureFacts>): MgeError {
  return new MgeError('Trouble.', { code: 'github-unavailable', retry: 'retry', nextStep: 'Wait.', ...facts });
}

describe('performing an effect', () => {
  const clock = createManualClock();
  let store: Store;
  let queue: MemoryQueue;
  let telemetry: RecordedTelemetry;
  let runId: string;
  let issue = 0;

  beforeAll(async () => {
    store = await openStore({ memory: true }, { clock, telemetry: createSilentTelemetry() });
  });
  afterAll(() => store.close());
  beforeEach(() => {
    issue += 1;
    runId = sampleRun(issue).id;
    queue = createMemoryQueue({ clock });
    telemetry = createSilentTelemetry();
  });

  const key = (name: string): string => `${runId}/${name}`;
  async function order(...effects: readonly Effect[]): Promise<void> {
    await store.runStore.append(runId, key('start'), labelled);
    await store.runStore.advance(runId, () => ({ run: sampleRun(issue), effects }));
  }
  function performing(perform: Performing): PerformEffect {
    const { runStore, outbox } = store;
    return createPerformEffect({
      outbox,
      runStore,
      queue,
      table: sameForAll(perform),
      clock,
      telemetry,
      random: () => 0.5,
    });
  }
  /** What the next tick is given. */
  async function answers(): Promise<StoredEvent[]> {
    const seen: StoredEvent[] = [];
    await store.runStore.advance(runId, (run, stored) => {
      seen.push(stored);
      return { run: run ?? sampleRun(issue), effects: [] };
    });
    return seen;
  }

  it('saves what came of it under its key, and has the run ticked', async () => {
    await order(prepare(key('a')));
    const seen: unknown[] = [];
    const perform = performing((run, effect) => {
      seen.push(run.id, effect);
      return Promise.resolve(effectDone(effect.key));
    });
    expect(await perform(runId, key('a'))).toEqual(DONE);
    expect(seen).toEqual([runId, prepare(key('a'))]);
    expect(await answers()).toMatchObject([{ key: key('a/done'), event: effectDone(key('a')) }]);
    expect(queue.nextDue()).not.toBeNull();
    expect(telemetry.timings).toEqual([{ name: 'effect', labels: { type: 'prepare', outcome: 'done' } }]);
  });

  it('does nothing for an effect that is settled, but has the run ticked', async () => {
    await order(prepare(key('a')));
    let times = 0;
    const perform = performing((_run, effect) => {
      times += 1;
      return Promise.resolve(effectDone(effect.key));
    });
    await perform(runId, key('a'));
    expect(await perform(runId, key('a'))).toEqual(DONE);
    expect(times).toBe(1);
  });

  it.each([
    ['holds back', 'effect-held', { paused: { by: 'ada', reason: '', nextStep: '', code: 'paused' } }],
    ['drops', 'effect-done', { stage: 'cancelled' }],
  ] as const)('%s what waits for its turn when people stop the run, and goes on showing', async (_, type, stopped) => {
    await order(prepare(key('a')), publishStatus(key('s')));
    await store.runStore.append(runId, key('stop'), labelled);
    await store.runStore.advance(runId, () => ({ run: { ...sampleRun(issue), ...stopped }, effects: [] }));
    const performed: string[] = [];
    const perform = performing((_run, effect) => {
      performed.push(effect.key);
      return Promise.resolve(effectDone(effect.key));
    });
    for (const each of ['a', 's']) expect(await perform(runId, key(each))).toEqual(DONE);
    expect(performed).toEqual([key('s')]);
    expect((await answers())[0]).toMatchObject({ key: key('a/done'), event: { type, effect: key('a') } });
  });

  it('has the run hear once that it waits long for the model, and not of short waits or of other services', async () => {
    await order(prepare(key('a')), prepare(key('b')), prepare(key('c')));
    const waits = { a: 60, b: 61, c: 5 };
    const perform = performing((_run, { key: own }) => {
      const seconds = own.endsWith('a') ? waits.a : own.endsWith('b') ? waits.b : waits.c;
      const until = new Date(clock.now().getTime() + seconds * 1000);
      return Promise.reject(trouble({ code: 'model-overloaded', retry: 'wait-until', until }));
    });
    const began = clock.now().getTime();
    await perform(runId, key('a'));
    const [told] = await answers();
    expect(told?.event).toMatchObject({
      type: 'effect-postponed',
      effect: 'prepare',
      until: new Date(began + 60_000).toISOString(),
      failure: { code: 'model-overloaded' },
    });
    await store.runStore.append(runId, key('more'), labelled);
    const waiting = { since: '', until: new Date(began + 60_000).toISOString(), reason: '' };
    await store.runStore.advance(runId, () => ({ run: { ...sampleRun(issue), waiting }, effects: [] }));
    await perform(runId, key('b'));
    await perform(runId, key('c'));
    expect(await answers()).toEqual([]);
  });

  it('tries a passing failure three times, then tells the run, redacted', async () => {
    await order(prepare(key('a')));
    const token = `ghs_${'x'.repeat(36)}`;
    const perform = performing(() => Promise.reject(trouble({ nextStep: `Wait for ${token}.` })));
    for (const seconds of [1, 9]) {
      const retryAt = new Date(clock.now().getTime() + seconds * 1000);
      expect(await perform(runId, key('a'))).toEqual({ done: false, retryAt });
      expect(await perform(runId, key('a'))).toEqual({ done: false, retryAt });
      clock.set(retryAt);
    }
    expect(await perform(runId, key('a'))).toEqual(DONE);
    const [answer] = await answers();
    expect(answer?.event).toMatchObject({
      type: 'effect-failed',
      effect: key('a'),
      failure: { code: 'github-unavailable' },
    });
    expect(JSON.stringify(answer)).not.toContain(token);
    expect(telemetry.warnings).toHaveLength(3);
  });

  it('waits as long as it is told, any number of times, without using up a try', async () => {
    await order(prepare(key('a')));
    const perform = performing(() => {
      const until = new Date(clock.now().getTime() + 60_000);
      return Promise.reject(trouble({ code: 'github-rate-limited', retry: 'wait-until', until }));
    });
    for (let times = 0; times < 5; times += 1) {
      const retryAt = new Date(clock.now().getTime() + 60_000);
      expect(await perform(runId, key('a'))).toEqual({ done: false, retryAt });
      clock.set(retryAt);
    }
    expect((await store.outbox.find(key('a')))?.tries).toBe(0);
  });

  it.each(['give-up', 'ask-human'] as const)(
    'tells the run at once when there is no use in trying: %s',
    async (retry) => {
      await order(prepare(key('a')));
      const perform = performing(() => Promise.reject(trouble({ code: 'settings-invalid', retry })));
      expect(await perform(runId, key('a'))).toEqual(DONE);
      expect((await answers())[0]?.event).toMatchObject({
        type: 'effect-failed',
        failure: { code: 'settings-invalid', retry },
      });
    },
  );

  it('takes an unknown error for its own fault', async () => {
    await order(prepare(key('a')));
    const perform = performing(() => Promise.reject(new TypeError('x is not a function')));
    for (let times = 0; times < 2; times += 1) {
      expect(await perform(runId, key('a'))).toMatchObject({ done: false });
      clock.advance(60_000);
    }
    expect(await perform(runId, key('a'))).toEqual(DONE);
    expect((await answers())[0]?.event).toMatchObject({ type: 'effect-failed', failure: { code: 'internal' } });
  });

  it('fails an effect whose answer has a bad shape', async () => {
    await order(prepare(key('a')));
    const perform = performing(() => Promise.resolve(JSON.parse('{"type":"prepared"}')));
    expect(await perform(runId, key('a'))).toEqual(DONE);
    expect((await answers())[0]?.event).toMatchObject({ type: 'effect-failed', failure: { code: 'internal' } });
  });

  it('performs only the newest of several waiting status updates, and answers all', async () => {
    const keys = ['s1', 's2', 's3'].map(key);
    await order(...keys.map(publishStatus));
    const shown: string[] = [];
    const perform = performing((_run, effect) => {
      shown.push(effect.key);
      return Promise.resolve(effectDone(effect.key));
    });
    for (const each of keys) expect(await perform(runId, each)).toEqual(DONE);
    expect(shown).toEqual([key('s3')]);
    expect((await answers()).map((answer) => answer.key)).toEqual(keys.map((each) => `${each}/done`));
  });

  it('never shows two status updates of a run at once: the newer waits for the one under way', async () => {
    await order(publishStatus(key('s1')));
    let finish = (): void => undefined;
    const underWay = new Promise<void>((resolve) => (finish = resolve));
    let started = (): void => undefined;
    const begun = new Promise<void>((resolve) => (started = resolve));
    const perform = performing(async (_run, effect) => {
      started();
      if (effect.key === key('s1')) await underWay;
      return effectDone(effect.key);
    });
    const first = perform(runId, key('s1'));
    await begun;
    await store.runStore.append(runId, key('next'), labelled);
    await store.runStore.advance(runId, (run) => ({ run, effects: [publishStatus(key('s2'))] }));
    expect(await perform(runId, key('s2'))).toMatchObject({ done: false });
    finish();
    expect(await first).toEqual(DONE);
    expect(await perform(runId, key('s2'))).toEqual(DONE);
  });

  it('never performs an effect beside itself', async () => {
    await order(prepare(key('a')));
    let times = 0;
    const perform = performing(async (_run, effect) => {
      times += 1;
      await Promise.resolve();
      return effectDone(effect.key);
    });
    const outcomes = await Promise.all([perform(runId, key('a')), perform(runId, key('a'))]);
    expect(outcomes).toContainEqual(DONE);
    expect(times).toBe(1);
  });
});
