import { isDeepStrictEqual } from 'node:util';
import { checkEvent, insertEvents, markApplied, waitingEvents, type GivenEvent } from '#adapters/store/event-rows.ts';
import { createGroupCommit } from '#adapters/store/group-commit.ts';
import { lockKey } from '#adapters/store/lock-key.ts';
import { insertEffects } from '#adapters/store/outbox-rows.ts';
import { findRunId, unfinishedRuns, unfinishedRunsOf } from '#adapters/store/find-runs.ts';
import { createRunRows, type RunRows } from '#adapters/store/run-rows.ts';
import type { StoreContext, Tx } from '#adapters/store/store-context.ts';
import { storeCall } from '#adapters/store/translate-store-error.ts';
import type { Effect } from '#domain/run/effect.ts';
import type { Run } from '#domain/run/run.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { RunStore, Step, StoredEvent } from '#ports/run-store.ts';

/** Applies the step to each event. What a step throws is a fault of MGE, never of the database. */
function takeSteps(
  before: Run | null,
  events: readonly StoredEvent[],
  step: Step,
): { run: Run | null; effects: Effect[] } {
  let run = before;
  const effects: Effect[] = [];
  for (const stored of events) {
    try {
      const made = step(run, stored);
      run = made.run ?? run;
      effects.push(...made.effects);
    } catch (error) {
      throw new MgeError(`The event ${stored.key} cannot be applied.`, {
        code: 'internal',
        retry: 'give-up',
        nextStep: 'Report this to the developers of MGE.',
        cause: error,
      });
    }
  }
  return { run, effects };
}

async function advanceIn(tx: Tx, { clock }: StoreContext, rows: RunRows, runId: string, step: Step) {
  await lockKey(tx, `run:${runId}`);
  const events = await waitingEvents(tx, runId);
  if (events.length === 0) return { applied: 0, saved: null };
  const before = await rows.read(tx, runId);
  const { run, effects } = takeSteps(before?.run ?? null, events, step);
  // Most comments are no business of a run: writing it, which may be large, would keep the next one waiting.
  const same = effects.length === 0 && isDeepStrictEqual(run, before?.run);
  const saved = run === null || same ? null : await rows.write(tx, run, (before?.version ?? 0) + 1);
  await markApplied(tx, events, clock.now());
  await insertEffects(tx, clock, runId, effects);
  return { applied: events.length, saved };
}

export function createRunStore(context: StoreContext): RunStore {
  const { db, ahead, clock } = context;
  const appendTogether = createGroupCommit((events: readonly GivenEvent[]) => insertEvents(ahead, clock, events));
  const rows = createRunRows(context);
  const load = async (runId: string): Promise<Run | null> => (await rows.read(ahead, runId))?.run ?? null;
  return {
    append: (runId, key, event) => storeCall(() => appendTogether(checkEvent({ runId, key, event }))),
    advance: (runId, step) =>
      storeCall(async () => {
        const { applied, saved } = await db.transaction().execute((tx) => advanceIn(tx, context, rows, runId, step));
        if (saved !== null) rows.remember(saved);
        return applied;
      }),
    load: (runId) => storeCall(() => load(runId)),
    find: (query) =>
      storeCall(async () => {
        const runId = await findRunId(context, query);
        return runId === null ? null : load(runId);
      }),
    unfinished: () => storeCall(() => unfinishedRuns(context)),
    unfinishedOf: (whose) => storeCall(() => unfinishedRunsOf(context, whose)),
  };
}
