import { createHash } from 'node:crypto';
import type { StoreContext } from '#adapters/store/store-context.ts';
import { storeCall } from '#adapters/store/translate-store-error.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { BlobStore } from '#ports/blob-store.ts';

export function createBlobStore({ db }: Pick<StoreContext, 'db'>): BlobStore {
  return {
    put: (given) =>
      storeCall(async () => {
        const text = Buffer.from(given, 'utf8');
        const hash = createHash('sha256').update(text).digest('hex');
        await db
          .insertInto('blob')
          .values({ hash, text })
          .onConflict((conflict) => conflict.column('hash').doNothing())
          .execute();
        return hash;
      }),
    get: (hash) =>
      storeCall(async () => {
        const row = await db.selectFrom('blob').select('text').where('hash', '=', hash).executeTakeFirst();
        if (row !== undefined) return Buffer.from(row.text).toString('utf8');
        throw new MgeError(`No text is stored under ${hash.slice(0, 64)}.`, {
          code: 'internal',
          retry: 'give-up',
          nextStep: 'Report this to the developers of MGE.',
        });
      }),
  };
}
