import { newRun } from '#domain/run/transition/new-run.ts';
import type { Effect } from '#domain/run/effect.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import type { Step } from '#ports/run-store.ts';
import { repository, spec } from '#test/support/run-samples.ts';

export const labelled: RunEvent = { type: 'spec-labelled', repository, sender: 'ada', issue: spec };

/** An idle run of an issue of the sample repository. */
export function sampleRun(number = 1): Run {
  const run = newRun({ type: 'spec-labelled', repository, sender: 'ada', issue: { ...spec, number } });
  if (run === null) throw new Error('the sample event begins a run');
  return run;
}

export const RUN_ID = sampleRun().id;

export function effectDone(effect: string): RunEvent {
  return { type: 'effect-done', effect };
}

export function publishStatus(key: string): Effect {
  return { type: 'publish-status', key };
}

export function prepare(key: string): Effect {
  return { type: 'prepare', key };
}

/** A step that writes every event's key down in the run, and orders what it is told to for each. */
export function noting(order: (key: string) => readonly Effect[] = () => []): Step {
  return (before, stored) => {
    const run = before ?? sampleRun();
    const summary = run.discovery.summary === '' ? stored.key : `${run.discovery.summary} ${stored.key}`;
    return { run: { ...run, discovery: { ...run.discovery, summary } }, effects: order(stored.key) };
  };
}

export function noted(run: Run | null): readonly string[] {
  return run === null || run.discovery.summary === '' ? [] : run.discovery.summary.split(' ');
}
