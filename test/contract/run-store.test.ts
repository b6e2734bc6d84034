import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '#adapters/store/open-store.ts';
import { RunEvent } from '#domain/run/event.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';
import { embeddedHarness, serverHarness, type StoreHarness } from '#test/support/store-servers.ts';
import { effectDone, labelled, noted, noting, prepare, publishStatus, sampleRun } from '#test/support/store-samples.ts';

const harnesses = [
  ['the embedded database', embeddedHarness],
  ['a PostgreSQL server', serverHarness],
] as const;

describe.each(harnesses)('runs and their events on %s', (_name, createHarness) => {
  let harness: StoreHarness;
  let store: Store;
  let runId: string;
  let issue = 0;
  const clock = createManualClock();
  const telemetry = createSilentTelemetry();

  beforeAll(async () => {
    harness = await createHarness();
    store = await harness.open({ clock, telemetry });
  });
  afterAll(async () => {
    await store.close();
    await harness.close();
  });
  beforeEach(() => {
    issue += 1;
    runId = sampleRun(issue).id;
  });

  /** Steps like `noting`, for this test's own run. */
  function steps(order?: Parameters<typeof noting>[0]): ReturnType<typeof noting> {
    return (run, stored) => noting(order)(run ?? sampleRun(issue), stored);
  }

  it('saves an event once per key', async () => {
    expect(await store.runStore.append(runId, `${runId}/a`, labelled)).toBe('saved');
    expect(await store.runStore.append(runId, `${runId}/a`, labelled)).toBe('duplicate');
    expect(await store.runStore.advance(runId, steps())).toBe(1);
    expect(await store.runStore.append(runId, `${runId}/a`, labelled)).toBe('duplicate');
    expect(await store.runStore.advance(runId, steps())).toBe(0);
  });

  it('applies waiting events in order of arrival, with the time they came at', async () => {
    const at: string[] = [];
    for (const key of ['c', 'a', 'b']) {
      await store.runStore.append(runId, `${runId}/${key}`, labelled);
      clock.advance(1000);
    }
    await store.runStore.advance(runId, (run, stored) => {
      at.push(stored.at);
      return steps()(run, stored);
    });
    expect(noted(await store.runStore.load(runId))).toEqual([`${runId}/c`, `${runId}/a`, `${runId}/b`]);
    expect(at.map((time) => new Date(time).getTime() - new Date(at[0] ?? 0).getTime())).toEqual([0, 1000, 2000]);
  });

  it('saves an event unchanged, whatever text it holds', async () => {
    const text = 'null \u0000, quote \' " \\, line\nend, 🎉, <b>, \u2028, --; drop table run';
    const event: RunEvent = {
      type: 'replied',
      repository: sampleRun().repository,
      sender: 'ada',
      text,
      place: { kind: 'issue', number: 1, commentId: 1 },
    };
    await store.runStore.append(runId, `${runId}/text`, event);
    let seen: unknown = null;
    await store.runStore.advance(runId, (run, stored) => {
      seen = stored.event;
      return steps()(run, stored);
    });
    expect(seen).toEqual(RunEvent.parse(event));
  });

  it('refuses an event with a bad shape, and keeps nothing of it', async () => {
    const bad = JSON.parse('{"type":"plan-posted","hash":7}');
    await expect(store.runStore.append(runId, `${runId}/bad`, bad)).rejects.toMatchObject({ code: 'internal' });
    expect(await store.runStore.advance(runId, steps())).toBe(0);
  });

  it('undoes everything of a step that throws: the events wait for the next tick', async () => {
    await store.runStore.append(runId, `${runId}/1`, labelled);
    await store.runStore.append(runId, `${runId}/2`, labelled);
    const failing = store.runStore.advance(runId, (run, stored) => {
      if (stored.key.endsWith('/2')) throw new Error('a fault');
      return steps(() => [prepare(`${runId}/e`)])(run, stored);
    });
    await expect(failing).rejects.toMatchObject({ code: 'internal' });
    expect(await store.runStore.load(runId)).toBeNull();
    expect(await store.outbox.find(`${runId}/e`)).toBeNull();
    expect(await store.runStore.advance(runId, steps())).toBe(2);
  });

  it('marks events that begin no run', async () => {
    await store.runStore.append(runId, `${runId}/1`, labelled);
    expect(await store.runStore.advance(runId, () => ({ run: null, effects: [] }))).toBe(1);
    expect(await store.runStore.load(runId)).toBeNull();
    expect(await store.runStore.advance(runId, steps())).toBe(0);
  });

  it('never loses an event nor applies one twice when many ticks and submissions meet', async () => {
    const keys = Array.from({ length: 40 }, (_, index) => `${runId}/${index}`);
    const work = keys.flatMap((key) => [
      store.runStore.append(runId, key, labelled),
      store.runStore.append(runId, key, labelled),
      store.runStore.advance(runId, steps()),
    ]);
    await Promise.all(work);
    await store.runStore.advance(runId, steps());
    expect([...noted(await store.runStore.load(runId))].sort()).toEqual([...keys].sort());
  });

  it('finds a run by pull request, onboarding pull request or branch, in its repository only', async () => {
    await store.runStore.append(runId, `${runId}/1`, labelled);
    const pullRequest = 1000 + issue;
    await store.runStore.advance(runId, () => ({
      run: { ...sampleRun(issue), pullRequest, onboardingPullRequest: 5000 + issue },
      effects: [],
    }));
    const { repository } = sampleRun();
    expect((await store.runStore.find({ repository, pullRequest }))?.id).toBe(runId);
    expect((await store.runStore.find({ repository, pullRequest: 5000 + issue }))?.id).toBe(runId);
    expect(await store.runStore.find({ repository, pullRequest: 9999 })).toBeNull();
    expect(await store.runStore.find({ repository, branch: 'mge/none' })).toBeNull();
    expect(await store.runStore.find({ repository })).toBeNull();
    expect(await store.runStore.find({ repository: { ...repository, name: 'other' }, pullRequest })).toBeNull();
  });

  it('finds a run by its issue, and by the number of a repository whose name changed', async () => {
    const { repository } = sampleRun();
    const numbered = { ...repository, id: 100_000 + issue };
    await store.runStore.append(runId, `${runId}/1`, labelled);
    await store.runStore.advance(runId, () => ({ run: { ...sampleRun(issue), repository: numbered }, effects: [] }));
    expect((await store.runStore.find({ repository: numbered, issue }))?.id).toBe(runId);
    expect((await store.runStore.find({ repository: { ...numbered, name: 'new-name' }, issue }))?.id).toBe(runId);
    expect((await store.runStore.find({ repository, issue }))?.id).toBe(runId);
    expect(await store.runStore.find({ repository: { ...numbered, id: 1 }, issue })).toBeNull();
    expect(await store.runStore.find({ repository: numbered, issue: issue + 1 })).toBeNull();
  });

  it('names the unfinished runs of a repository, and of an installation', async () => {
    const { repository } = sampleRun();
    const mine = { ...repository, name: `mine-${issue}`, id: 200_000 + issue, installationId: 300_000 + issue };
    const run = { ...sampleRun(issue), repository: mine, stage: 'planning' } as const;
    await store.runStore.append(runId, `${runId}/1`, labelled);
    await store.runStore.advance(runId, () => ({ run, effects: [] }));
    const { installationId } = mine;
    expect(await store.runStore.unfinishedOf({ repository: { ...mine, name: 'new-name' } })).toEqual([runId]);
    expect(await store.runStore.unfinishedOf({ installationId })).toEqual([runId]);
    expect(await store.runStore.unfinishedOf({ installationId: installationId + 1000 })).toEqual([]);
    await store.runStore.append(runId, `${runId}/2`, labelled);
    await store.runStore.advance(runId, () => ({ run: { ...run, stage: 'cancelled' }, effects: [] }));
    expect(await store.runStore.unfinishedOf({ installationId })).toEqual([]);
  });

  it('names the runs that are unfinished or have events waiting', async () => {
    await store.runStore.append(runId, `${runId}/1`, labelled);
    expect(await store.runStore.unfinished()).toContain(runId);
    await store.runStore.advance(runId, () => ({ run: { ...sampleRun(issue), stage: 'cancelled' }, effects: [] }));
    expect(await store.runStore.unfinished()).not.toContain(runId);
    await store.runStore.append(runId, `${runId}/2`, effectDone('x'));
    expect(await store.runStore.unfinished()).toContain(runId);
  });

  it('answers a load after an advance with the new run, for this opener and any other', async () => {
    const other = harness.openAgain === null ? store : await harness.openAgain({ clock, telemetry });
    for (const key of ['1', '2', '3']) {
      await store.runStore.append(runId, `${runId}/${key}`, labelled);
      await (key === '2' ? other : store).runStore.advance(
        runId,
        steps(() => [publishStatus(`${runId}/${key}s`)]),
      );
      expect(noted(await store.runStore.load(runId)).at(-1)).toBe(`${runId}/${key}`);
      expect(noted(await other.runStore.load(runId)).at(-1)).toBe(`${runId}/${key}`);
    }
    if (other !== store) await other.close();
  });
});
