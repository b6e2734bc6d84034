import type Anthropic from '@anthropic-ai/sdk';
import type { MessageParams } from '#adapters/claude/message-params.ts';
import type { BatchOrders } from '#ports/batch-orders.ts';

/** One batch holds up to 100,000 requests or 256 MB; drafts are at most some hundred kB each. */
const MOST_REQUESTS = 500;

interface Waiting {
  readonly hash: string;
  readonly params: MessageParams;
  readonly ordered: () => void;
  readonly failed: (error: unknown) => void;
}

/** Puts a request into a batch with those that come in the same moment; answers when the batch is ordered and kept. */
export type GatherBatch = (hash: string, params: MessageParams) => Promise<void>;

export function createGatherBatch({
  client,
  orders,
  gatherMs,
}: {
  readonly client: Anthropic;
  readonly orders: BatchOrders;
  readonly gatherMs: number;
}): GatherBatch {
  const waiting: Waiting[] = [];

  async function order(): Promise<void> {
    const now = waiting.splice(0, MOST_REQUESTS);
    if (waiting.length > 0) setImmediate(() => void order());
    try {
      const requests = now.map(({ hash, params }) => ({ custom_id: hash, params }));
      const { id } = await client.messages.batches.create({ requests });
      // A process that dies right here has ordered what it does not know of: it would be ordered, and paid, once more.
      await orders.remember(
        id,
        now.map(({ hash }) => hash),
      );
      for (const { ordered } of now) ordered();
    } catch (error) {
      for (const { failed } of now) failed(error);
    }
  }

  return (hash, params) =>
    new Promise((ordered, failed) => {
      waiting.push({ hash, params, ordered, failed });
      if (waiting.length === 1) setTimeout(() => void order(), gatherMs);
    });
}
