import type { Effect, EffectType } from '#domain/run/effect.ts';
import type { Run } from '#domain/run/run.ts';
import { change, unchanged, type Handler } from '#domain/run/transition/change.ts';

/** Effects that ask the model: while none of them is answered, the service is away. */
const ASKS_MODEL: ReadonlySet<EffectType> = new Set<EffectType>([
  'draft-questions',
  'model-requirements',
  'draft-plan',
  'draft-task',
  'regenerate-atom',
]);

/** An effect waits for its service, and is tried again by itself: people see since when, and until when. */
export const onEffectPostponed: Handler<'effect-postponed'> = (run, { until, failure }, { at }) => {
  if (!failure.code.startsWith('model-')) return unchanged(run);
  return change(run, { waiting: { since: run.waiting?.since ?? at, until, reason: failure.message } });
};

/** The service answered again. `settled`: the effect that has its answer. */
export function endWaiting(run: Run, settled: Effect | undefined): Run {
  if (run.waiting === undefined || run.waiting === null || settled === undefined) return run;
  return ASKS_MODEL.has(settled.type) ? { ...run, waiting: null } : run;
}
