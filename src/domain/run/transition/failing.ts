import type { EventOf } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { change, unchanged, type Handler } from '#domain/run/transition/change.ts';
import { expectPush } from '#domain/run/transition/pushing.ts';
import { isDisplayOnly } from '#domain/run/transition/display-only.ts';

const LONGEST_TRAIL = 50;

/** An effect that failed for good: kept in the trail; when the run's work depends on it, the run pauses and says what to do. */
export const onEffectFailed: Handler<'effect-failed'> = (run, event, { at, key }) => {
  const effect = [...run.pending, ...run.held].find((each) => each.key === event.effect);
  const pending = run.pending.filter((each) => each !== effect);
  if (effect === undefined || isDisplayOnly(effect)) return change(run, { trail: notShown(run, event, at), pending });
  const trail = [...run.trail, { at, what: effect.type, failure: event.failure }].slice(-LONGEST_TRAIL);
  if (run.stage === 'cancelled') return change(run, { trail, pending });
  if (event.failure.code === 'branch-moved' && (effect.type === 'commit-levels' || effect.type === 'commit-symbols')) {
    // Somebody was quicker: their push is taken up first, then the commit is ordered again on top of it.
    const build = run.build === null ? null : { ...run.build, committing: false };
    return expectPush({ ...run, pending, build }, 'somebody', key);
  }
  const { message: reason, nextStep, code } = event.failure;
  const onward = nextStep.includes('`/mge ') ? nextStep : `${nextStep} Then type \`/mge retry\`.`;
  const paused = run.paused ?? { by: 'MGE', reason, nextStep: onward, code };
  return change(run, { trail, pending, paused, failed: [...run.failed, effect] });
};

export const onEffectDone: Handler<'effect-done'> = (run) => unchanged(run);

/** Something could not be shown; the same, again and again, is noted once. */
function notShown(run: Run, { effect, failure }: EventOf<'effect-failed'>, at: string): Run['trail'] {
  const what = effect.replace(`${run.id}~${run.generation}/`, '').split('/')[0] ?? 'effect';
  const last = run.trail.at(-1);
  if (last?.display === true && last.what === what && last.failure.message === failure.message) return run.trail;
  return [...run.trail, { at, what, failure, display: true }].slice(-LONGEST_TRAIL);
}
