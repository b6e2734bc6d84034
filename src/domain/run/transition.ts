import type { Effect } from '#domain/run/effect.ts';
import type { EventOf, RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { verifiedTasks } from '#domain/plan/is-task-verified.ts';
import { ask, permissionFor, turnAway } from '#domain/run/transition/authorizing.ts';
import { answerOrders } from '#domain/run/transition/answering-orders.ts';
import { unchanged, type Change, type Occasion } from '#domain/run/transition/change.ts';
import { isDisplayOnly } from '#domain/run/transition/display-only.ts';
import { handle } from '#domain/run/transition/handlers.ts';
import { settleIn } from '#domain/run/transition/moving.ts';
import { endWaiting } from '#domain/run/transition/waiting.ts';
import { newRun } from '#domain/run/transition/new-run.ts';
import { statusFingerprint } from '#domain/run/transition/status-fingerprint.ts';

export interface Transition {
  /** The next run; null when the event concerns no run and there is nothing to save. */
  readonly run: Run | null;
  /** Effects to perform, with keys that are unique in the system. */
  readonly effects: readonly Effect[];
}

/**
 * The heart of MGE: what an event makes of a run, and which effects it orders. Pure; the same event on the same run gives
 * the same answer, and an event that does not fit the run's stage changes nothing.
 */
export function transition(
  before: Run | null,
  stored: { readonly key: string; readonly at: string; readonly event: RunEvent },
): Transition {
  const run = before === null ? newRun(stored.event) : settleIn(before, stored.event);
  if (run === null) return { run: before, effects: [] };
  const next = answerOrders(decide(settlePending(run, stored), stored.event, stored));
  const named = next.effects.map((effect) => ({
    ...effect,
    key: effect.key.startsWith(prefixOf(next.run)) ? effect.key : prefixOf(next.run) + effect.key,
  }));
  return withStatus(before, admit(next.run, named), stored.key);
}

function prefixOf(run: Run): string {
  return `${run.id}~${run.generation}/`;
}

/** The answer of an effect has the effect's key with `/done` behind it; what failed or was held back is settled by its own handler. */
function settlePending(run: Run, { key, event }: { readonly key: string; readonly event: RunEvent }): Run {
  if (event.type === 'effect-failed' || event.type === 'effect-held') return run;
  const settled = run.pending.find((effect) => `${effect.key}/done` === key);
  const pending = run.pending.filter((effect) => effect !== settled);
  return endWaiting({ ...run, pending }, settled);
}

function decide(run: Run, event: RunEvent, occasion: Occasion): Change {
  if (event.type === 'sender-authorized') return decideAsked(run, event, occasion.at);
  if (!('sender' in event)) return handle(run, event, occasion);
  const needed = permissionFor(event);
  const free = needed === 'anyone' || (needed === 'author' && event.sender === run.issue.author);
  return free ? handle(run, event, occasion) : ask(run, event, occasion);
}

function decideAsked(run: Run, verdict: EventOf<'sender-authorized'>, at: string): Change {
  const asked = run.asks.find((each) => each.key === verdict.subject);
  if (asked === undefined) return unchanged(run);
  const next = { ...run, asks: run.asks.filter((each) => each !== asked) };
  const occasion = { key: asked.key, at };
  return verdict.granted ? handle(next, asked.event, occasion) : turnAway(next, asked.event, occasion);
}

/** A paused run orders no work: it is held back until the run is resumed. A cancelled run orders none at all. */
function admit(run: Run, effects: readonly Effect[]): { run: Run; effects: Effect[] } {
  const shown = effects.filter(isDisplayOnly);
  const work = effects.filter((effect) => !isDisplayOnly(effect));
  if (run.stage === 'cancelled') return { run: { ...run, pending: [] }, effects: shown };
  if (run.paused !== null) return { run: { ...run, held: [...run.held, ...work] }, effects: shown };
  return { run: { ...run, pending: [...run.pending, ...work] }, effects: [...effects] };
}

/** The comments that show the run are edited when what they show has changed. */
function withStatus(before: Run | null, next: { run: Run; effects: Effect[] }, key: string): Transition {
  const { run, effects } = next;
  if (run.stage === 'idle') return next;
  const shown: Effect[] = [];
  if (before === null || statusFingerprint(before) !== statusFingerprint(run)) {
    shown.push({ type: 'publish-status', key: `${prefixOf(run)}status/${key}` });
  }
  if (run.plan !== null && changesBoxes(before, run)) {
    shown.push({ type: 'post-plan', key: `${prefixOf(run)}post-plan/${key}`, hash: run.plan.hash, shows: 'progress' });
  }
  return { run, effects: [...effects, ...shown] };
}

/** The plan shows how far each task is: its boxes, and at the end of a stage its last counts. */
function changesBoxes(before: Run | null, run: Run): boolean {
  if (before === null) return false;
  const ends = before.stage !== run.stage && (before.stage === 'building' || run.stage === 'done');
  return ends || verifiedTasks(before).join() !== verifiedTasks(run).join();
}
