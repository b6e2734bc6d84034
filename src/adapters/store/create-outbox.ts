import { checkEvent, insertEvents } from '#adapters/store/event-rows.ts';
import { entryOf } from '#adapters/store/outbox-rows.ts';
import type { StoreContext } from '#adapters/store/store-context.ts';
import { storeCall } from '#adapters/store/translate-store-error.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { FoundEntry, Outbox } from '#ports/outbox.ts';

const COLUMNS = ['key', 'run_id', 'effect', 'tries', 'not_before'] as const;

interface Waiting {
  readonly seq: bigint;
  readonly putOff: boolean;
}

/** The unfinished effects of a run and type; few, since each is settled soon. */
async function waitingOf({ db, clock }: StoreContext, runId: string, type: string): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['seq', 'not_before'])
    .where('run_id', '=', runId)
    .where('type', '=', type)
    .where('settled_at', 'is', null)
    .execute();
  const now = clock.now();
  return rows.map((row) => ({ seq: BigInt(row.seq), putOff: row.not_before !== null && row.not_before > now }));
}

async function find(context: StoreContext, key: string): Promise<FoundEntry | null> {
  const row = await context.db
    .selectFrom('outbox')
    .select([...COLUMNS, 'seq', 'type'])
    .where('key', '=', key)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const waiting = await waitingOf(context, row.run_id, row.type);
  const mine = BigInt(row.seq);
  return {
    ...entryOf(row),
    olderWaits: waiting.some(({ seq, putOff }) => seq < mine && !putOff),
    newerWaits: waiting.some(({ seq }) => seq > mine),
  };
}

async function settle({ db, clock }: StoreContext, key: string, event: RunEvent): Promise<'saved' | 'duplicate'> {
  return db.transaction().execute(async (tx) => {
    const settled = await tx
      .updateTable('outbox')
      .set({ settled_at: clock.now() })
      .where('key', '=', key)
      .where('settled_at', 'is', null)
      .returning('run_id')
      .executeTakeFirst();
    if (settled === undefined) return 'duplicate';
    const given = checkEvent({ runId: settled.run_id, key: `${key}/done`, event });
    return (await insertEvents(tx, clock, [given]))[0] ?? 'duplicate';
  });
}

export function createOutbox(context: StoreContext): Outbox {
  const { db, clock } = context;
  return {
    pending: ({ relayed, limit, runId }) =>
      storeCall(async () => {
        const open = db
          .selectFrom('outbox')
          .select(COLUMNS)
          .where('settled_at', 'is', null)
          .where('relayed_at', relayed ? 'is not' : 'is', null)
          .orderBy('seq')
          .limit(limit);
        const rows = await (runId === undefined ? open : open.where('run_id', '=', runId)).execute();
        return rows.map(entryOf);
      }),
    markRelayed: (keys) =>
      storeCall(async () => {
        if (keys.length === 0) return;
        await db.updateTable('outbox').set({ relayed_at: clock.now() }).where('key', 'in', keys).execute();
      }),
    find: (key) => storeCall(() => find(context, key)),
    settle: (key, event) => storeCall(() => settle(context, key, event)),
    postpone: (key, { until, counts }) =>
      storeCall(async () => {
        await db
          .updateTable('outbox')
          .set((row) => ({ tries: row('tries', '+', counts ? 1 : 0), not_before: until }))
          .where('key', '=', key)
          .execute();
      }),
  };
}
