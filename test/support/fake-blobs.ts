import { createHash } from 'node:crypto';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { BlobStore } from '#ports/blob-store.ts';

/** Blobs in memory, addressed by their SHA-256 as the real ones are. */
export function createFakeBlobs(): BlobStore {
  const texts = new Map<string, string>();
  return {
    put: async (text) => {
      const hash = createHash('sha256').update(text).digest('hex');
      texts.set(hash, text);
      return hash;
    },
    get: async (hash) => {
      const text = texts.get(hash);
      if (text === undefined) throw new MgeError('unknown blob', { code: 'internal', retry: 'give-up', nextStep: '' });
      return text;
    },
  };
}
