import { describe, expect, it } from 'vitest';
import type { Effect } from '#domain/run/effect.ts';
import type { Run } from '#domain/run/run.ts';
import { setAside } from '#domain/run/set-aside.ts';
import { publishStatus, sampleRun } from '#test/support/store-samples.ts';

const idle = sampleRun();
const going: Run = { ...idle, stage: 'drafting', generation: 2 };
const paused: Run = { ...going, paused: { by: 'ada', reason: '', nextStep: '', code: 'paused' } };
const cancelled: Run = { ...going, stage: 'cancelled' };
const inBatches = (run: Run): Run => ({ ...run, settings: { ...run.settings, economy: 'batch' } });

const key = `${idle.id}~2/draft-task/1.1/T1/1`;
const draft: Effect = { type: 'draft-task', key, task: 'T1', attempt: 1, failure: null, previous: null };
const dispatch: Effect = { type: 'dispatch-batch', key: `${idle.id}~2/dispatch/1`, batch: 1 };
const dropped = { type: 'effect-done', effect: key };
const held = { type: 'effect-held', effect: key };

describe('an effect whose turn has come', () => {
  it.each([
    ['of a run that goes on is performed', going, null],
    ['of a paused run is held back', paused, held],
    ['of a cancelled run is dropped', cancelled, dropped],
    ['of a run that was cancelled and started again is dropped', { ...going, generation: 3 }, dropped],
    ['of a cancelled run whose drafts are in a batch is performed, to book or withdraw it', inBatches(cancelled), null],
    ['of a paused run whose drafts are in a batch is held back', inBatches(paused), held],
  ])('%s', (_what, run, expected) => {
    expect(setAside(run, draft)).toEqual(expected);
  });

  it('is never kept from showing something', () => {
    const shows = publishStatus(`${idle.id}~1/status/1`);
    for (const run of [going, paused, cancelled]) expect(setAside(run, shows)).toBeNull();
  });

  it('that asks no model is dropped with its run, batches or not', () => {
    expect(setAside(inBatches(cancelled), dispatch)).toEqual({ type: 'effect-done', effect: dispatch.key });
  });
});
