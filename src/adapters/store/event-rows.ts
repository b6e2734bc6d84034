import type { Db, StoreContext, Tx } from '#adapters/store/store-context.ts';
import { checkDocument } from '#adapters/store/stored-document.ts';
import { RunEvent } from '#domain/run/event.ts';
import type { StoredEvent } from '#ports/run-store.ts';

/** Saves an event once per key; one with a bad shape is refused. */
export async function insertEvent(
  db: Db | Tx,
  clock: StoreContext['clock'],
  given: { readonly runId: string; readonly key: string; readonly event: RunEvent },
): Promise<'saved' | 'duplicate'> {
  const event = checkDocument(RunEvent, given.event, `The event ${given.key}`);
  const saved = await db
    .insertInto('run_event')
    .values({ key: given.key, run_id: given.runId, event: JSON.stringify(event), at: clock.now() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst();
  return saved === undefined ? 'duplicate' : 'saved';
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
