import type { BatchOrders } from '#ports/batch-orders.ts';

/** Batch orders in memory; `known` shows them, request → batch. */
export function createMemoryBatchOrders(): BatchOrders & { readonly known: ReadonlyMap<string, string> } {
  const known = new Map<string, string>();
  return {
    known,
    remember: async (batchId, hashes) => {
      for (const hash of hashes) known.set(hash, batchId);
    },
    find: async (hash) => known.get(hash) ?? null,
    forget: async (hash) => void known.delete(hash),
  };
}
