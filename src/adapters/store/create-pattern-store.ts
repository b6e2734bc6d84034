import type { StoreContext } from '#adapters/store/store-context.ts';
import { checkDocument } from '#adapters/store/stored-document.ts';
import { storeCall } from '#adapters/store/translate-store-error.ts';
import { Learned, type PatternStore } from '#ports/pattern-store.ts';

export function createPatternStore({ db, clock }: Pick<StoreContext, 'db' | 'clock'>): PatternStore {
  return {
    remember: (installationId, key, learned) =>
      storeCall(async () => {
        await db
          .insertInto('pattern')
          .values({ installation: installationId, key, learned: JSON.stringify(learned), at: clock.now() })
          .onConflict((conflict) => conflict.columns(['installation', 'key']).doNothing())
          .execute();
      }),
    of: (installationId, limit) =>
      storeCall(async () => {
        const rows = await db
          .selectFrom('pattern')
          .select('learned')
          .where('installation', '=', installationId)
          .orderBy('at', 'desc')
          .orderBy('key')
          .limit(limit)
          .execute();
        return rows.map((row) => checkDocument(Learned, row.learned, 'A learned pattern'));
      }),
  };
}
