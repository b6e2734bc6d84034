import { EFFECT_LANE } from '#orchestrator/effect-lane.ts';
import type { Effect } from '#domain/run/effect.ts';
import type { RunEvent } from '#domain/run/event.ts';
import { transition } from '#domain/run/transition.ts';
import type { Run } from '#domain/run/run.ts';
import { answerEffect } from '#scripts/bench/run/answer-effect.ts';
import { approved, createWorld, isOver, runJob, specLabelled } from '#scripts/bench/run/run-world.ts';
import { createEventLine } from '#scripts/bench/run/event-line.ts';
import type { Outcome } from '#scripts/bench/run/outcome.ts';
import { secondsOf, type DraftTime } from '#scripts/bench/run/seconds-of.ts';
import type { Workload } from '#scripts/bench/run/workload.ts';

/** Beside the calls to the model: effects that are a few requests to GitHub. */
const QUICK_PLACES = 16;
const START = Date.parse('2026-11-21T00:00:00Z');

export interface MgeOutcome extends Outcome {
  readonly effects: readonly Effect[];
}

/** Plays MGE's own `transition` on a workload, its effects in their lanes in virtual time; the clock starts at the plan's approval. */
export function playMge(work: Workload, concurrency: number, draft: DraftTime): MgeOutcome {
  const line = createEventLine();
  const world = createWorld(work);
  const lanes = {
    quick: { places: QUICK_PLACES, waiting: new Array<Effect>() },
    slow: { places: concurrency, waiting: new Array<Effect>() },
  };
  const ordered = new Map<string, Effect>();
  const totals = { makespan: 0, runs: 0, runsAtOnce: 0 };
  let running = 0;
  let underWay = true;
  const state: { run: Run | null } = { run: null };

  function submit(key: string, event: RunEvent): void {
    const next = transition(state.run, { key, at: new Date(START + line.now() * 1000).toISOString(), event });
    const { run } = next;
    state.run = run;
    for (const effect of next.effects.filter((each) => !ordered.has(each.key))) {
      ordered.set(effect.key, effect);
      lanes[EFFECT_LANE[effect.type]].waiting.push(effect);
    }
    if (run?.stage === 'building') totals.makespan = line.now();
    underWay = run === null || !isOver(run);
    fill();
  }
  function fill(): void {
    for (const lane of Object.values(lanes))
      while (lane.places > 0) {
        const effect = lane.waiting.shift();
        if (effect === undefined) break;
        lane.places -= 1;
        line.after(secondsOf(effect, world, draft), () => {
          lane.places += 1;
          finish(effect);
        });
      }
  }
  function finish(effect: Effect): void {
    const { run } = state;
    if (run === null) return;
    const event = answerEffect(run, effect, world);
    submit(`${effect.key}/done`, event);
    if (event.type === 'batch-dispatched') startJob(state.run, event.batch);
    if (event.type === 'plan-posted' && state.run?.stage === 'approving') submit('approved', approved(world));
  }
  function startJob(run: Run | null, batch: number): void {
    const job = runJob(run, batch, world);
    running += 1;
    totals.runs += 1;
    totals.runsAtOnce = Math.max(totals.runsAtOnce, running);
    line.after(job.seconds, () => {
      running -= 1;
      submit(`webhook-${batch}`, job.event);
    });
  }

  submit('label', specLabelled(world));
  line.run();
  if (totals.makespan === 0 || underWay) throw new Error('MGE does not end');
  return { ...totals, effects: [...ordered.values()] };
}
