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

/** Puts a request into a batch with those of its run that come in the same moment; answers when the batch is ordered and kept. */
export type GatherBatch = (run: string, hash: string, params: MessageParams) => Promise<void>;

/** A batch holds requests of one run alone, so that it can be cancelled with it. */
export function createGatherBatch({
  client,
  orders,
  gatherMs,
}: {
  readonly client: Anthropic;
  readonly orders: BatchOrders;
  readonly gatherMs: number;
}): GatherBatch {
  const gathering = new Map<string, Waiting[]>();

  async function order(now: readonly Waiting[]): Promise<void> {
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

  /** Orders what has gathered for a run. */
  function close(run: string): void {
    const waiting = gathering.get(run) ?? [];
    gathering.delete(run);
    if (waiting.length > 0) void order(waiting);
  }

  return (run, hash, params) =>
    new Promise((ordered, failed) => {
      const waiting = gathering.get(run) ?? [];
      waiting.push({ hash, params, ordered, failed });
      gathering.set(run, waiting);
      if (waiting.length === 1) setTimeout(() => close(run), gatherMs);
      if (waiting.length === MOST_REQUESTS) close(run);
    });
}
