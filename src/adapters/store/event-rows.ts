import type { Db, StoreContext, Tx } from '#adapters/store/store-context.ts';
import { checkDocument } from '#adapters/store/stored-document.ts';
import { RunEvent } from '#domain/run/event.ts';
import type { StoredEvent } from '#ports/run-store.ts';

export interface GivenEvent {
  readonly runId: string;
  readonly key: string;
  readonly event: RunEvent;
}

/** Refuses an event with a bad shape. */
export function checkEvent(given: GivenEvent): GivenEvent {
  return { ...given, event: checkDocument(RunEvent, given.event, `The event ${given.key}`) };
}

/** Saves events, each once per key; answers whether each of them is new. */
export async function insertEvents(
  db: Db | Tx,
  clock: StoreContext['clock'],
  events: readonly GivenEvent[],
): Promise<('saved' | 'duplicate')[]> {
  const at = clock.now();
  const rows = await db
    .insertInto('run_event')
    .values(events.map(({ key, runId, event }) => ({ key, run_id: runId, event: JSON.stringify(event), at })))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .execute();
  const saved = new Set(rows.map(({ key }) => key));
  // The same key twice in one statement: the first of them was saved.
  return events.map(({ key }) => (saved.delete(key) ? 'saved' : 'duplicate'));
}

/** The events that no tick has applied, in order of arrival. */
export async function waitingEvents(tx: Tx, runId: string): Promise<StoredEvent[]> {
  const rows = await tx
    .selectFrom('run_event')
    .select(['key', 'event', 'at'])
    .where('run_id', '=', runId)
    .where('applied_at', 'is', null)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({
    key: row.key,
    at: row.at.toISOString(),
    event: checkDocument(RunEvent, row.event, `The saved event ${row.key}`),
  }));
}

export async function markApplied(tx: Tx, events: readonly StoredEvent[], at: Date): Promise<void> {
  const keys = events.map((stored) => stored.key);
  await tx.updateTable('run_event').set({ applied_at: at }).where('key', 'in', keys).execute();
}
