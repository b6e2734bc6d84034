import { change, unchanged, type Handler } from '#domain/run/transition/change.ts';

/**
 * The turn of an effect came while the run was paused: it is ordered once more, under a key of its own, since the old one is
 * settled. A paused run keeps it until it is resumed; one that was resumed meanwhile has it performed.
 */
export const onEffectHeld: Handler<'effect-held'> = (run, { effect: key }) => {
  const effect = run.pending.find((each) => each.key === key);
  if (effect === undefined) return unchanged(run);
  const pending = run.pending.filter((each) => each !== effect);
  const turn = run.paused === null ? run.retries : run.retries + 1;
  return change(run, { pending }, { ...effect, key: `${key.replace(/\/resumed-\d+$/u, '')}/resumed-${turn}` });
};
