import type { StoreContext } from '#adapters/store/store-context.ts';
import { storeCall } from '#adapters/store/translate-store-error.ts';
import type { BatchOrders } from '#ports/batch-orders.ts';

export function createBatchOrders({ db, clock }: Pick<StoreContext, 'db' | 'clock'>): BatchOrders {
  return {
    remember: (batchId, requestHashes) =>
      storeCall(async () => {
        if (requestHashes.length === 0) return;
        const rows = requestHashes.map((hash) => ({ request_hash: hash, batch_id: batchId, at: clock.now() }));
        await db
          .insertInto('model_batch')
          .values(rows)
          .onConflict((conflict) => conflict.column('request_hash').doUpdateSet({ batch_id: batchId, at: clock.now() }))
          .execute();
      }),
    find: (requestHash) =>
      storeCall(async () => {
        const row = await db
          .selectFrom('model_batch')
          .select('batch_id')
          .where('request_hash', '=', requestHash)
          .executeTakeFirst();
        return row?.batch_id ?? null;
      }),
    forget: (requestHash) =>
      storeCall(async () => {
        await db.deleteFrom('model_batch').where('request_hash', '=', requestHash).execute();
      }),
  };
}
