import type { Effect } from '#domain/run/effect.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { isDisplayOnly } from '#domain/run/transition/display-only.ts';

/**
 * What settles an effect whose turn has come and that is not performed; null when it is. Between its order and its turn people
 * may have paused the run (the effect is held) or cancelled it (it is dropped): nothing that costs money or changes the
 * repository begins after that.
 */
export function setAside(run: Run, effect: Effect): RunEvent | null {
  const { key } = effect;
  if (isDisplayOnly(effect)) return null;
  const dropped = run.stage === 'cancelled' && !mayBeInBatch(run, effect);
  if (dropped || isOfEarlierRun(run, effect)) return { type: 'effect-done', effect: key };
  return run.paused === null ? null : { type: 'effect-held', effect: key };
}

/** The run was cancelled and started again since. */
function isOfEarlierRun(run: Run, { key }: Effect): boolean {
  const generation = /~(\d+)\//u.exec(key.startsWith(run.id) ? key.slice(run.id.length) : '')?.[1];
  return generation !== undefined && Number(generation) !== run.generation;
}

/** What is in a Message Batch is paid: it is withdrawn, or booked when its answer comes. The ledger lets nothing new be asked. */
function mayBeInBatch({ settings }: Run, { type }: Effect): boolean {
  return settings.economy === 'batch' && (type === 'draft-task' || type === 'regenerate-atom');
}
