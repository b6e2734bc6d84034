import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { StoreContext } from '#adapters/store/store-context.ts';
import { storeCall } from '#adapters/store/translate-store-error.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { BlobStore } from '#ports/blob-store.ts';

/** Characters of texts that are kept in memory: the files of a few runs, which every effect of a run reads again. */
const KEPT_CHARACTERS = 8 * 1024 * 1024;

/** What stands under a hash never changes, so that what was read or written lately need not be asked for. */
export function createBlobStore({ db }: Pick<StoreContext, 'db'>): BlobStore {
  const lately = new LRUCache<string, { readonly text: string }>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: ({ text }) => 1 + text.length,
  });
  return {
    put: (given) =>
      storeCall(async () => {
        const bytes = Buffer.from(given, 'utf8');
        const hash = createHash('sha256').update(bytes).digest('hex');
        if (lately.has(hash)) return hash;
        await db
          .insertInto('blob')
          .values({ hash, text: bytes })
          .onConflict((conflict) => conflict.column('hash').doNothing())
          .execute();
        // As it will be read: what is no character is replaced on the way to bytes.
        lately.set(hash, { text: bytes.toString('utf8') });
        return hash;
      }),
    get: (hash) =>
      storeCall(async () => {
        const known = lately.get(hash);
        if (known !== undefined) return known.text;
        const row = await db.selectFrom('blob').select('text').where('hash', '=', hash).executeTakeFirst();
        if (row === undefined) throw unknown(hash);
        const text = Buffer.from(row.text).toString('utf8');
        lately.set(hash, { text });
        return text;
      }),
  };
}

function unknown(hash: string): MgeError {
  return new MgeError(`No text is stored under ${hash.slice(0, 64)}.`, {
    code: 'internal',
    retry: 'give-up',
    nextStep: 'Report this to the developers of MGE.',
  });
}
