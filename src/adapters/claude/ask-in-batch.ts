import Anthropic from '@anthropic-ai/sdk';
import type { MessageBatch } from '@anthropic-ai/sdk/resources/messages/batches';
import type { Message } from '@anthropic-ai/sdk/resources/messages/messages';
import type { MessageParams } from '#adapters/claude/message-params.ts';
import { createBatchResults } from '#adapters/claude/batch-results.ts';
import { createGatherBatch } from '#adapters/claude/gather-batch.ts';
import type { Order } from '#adapters/claude/to-model-call.ts';
import { cancelBatch } from '#adapters/claude/cancel-batch.ts';
import { batched, unanswered, type BatchResult } from '#adapters/claude/batch-failures.ts';
import { translateError } from '#adapters/claude/translate-error.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { BatchOrders } from '#ports/batch-orders.ts';
import type { Clock } from '#ports/clock.ts';
import type { Ledger } from '#ports/ledger.ts';

/** Requests that come within this time share a batch. */
const GATHER_MS = 1_000;
/** A batch is looked at again after a quarter of its age, within these limits. */
const SOONEST_MS = 30_000;
const LATEST_MS = 600_000;

export interface BatchDependencies {
  readonly client: Anthropic;
  readonly orders: BatchOrders;
  readonly ledger: Pick<Ledger, 'release'>;
  readonly clock: Clock;
  readonly gatherMs?: number;
}

/**
 * The answer to a request by way of the Message Batches API, at half the price: the first time the request is ordered, later its
 * batch is looked at. While there is no answer it throws `model-batched` with the time to come again, so that the queue
 * waits and no worker does; the reservation stays. A request whose batch gave no answer may be ordered anew. When the run has
 * ended meanwhile, its batch is cancelled; what it had answered by then is booked.
 */
export function createAskInBatch(dependencies: BatchDependencies) {
  const { client, orders, ledger, clock, gatherMs = GATHER_MS } = dependencies;
  const gather = createGatherBatch({ client, orders, gatherMs });
  const results = createBatchResults(client);

  async function ask({ request, requestHash, withdrawn = false }: Order, params: MessageParams): Promise<Message> {
    const id = await orders.find(requestHash);
    if (id === null) {
      await gather(request.run, requestHash, params);
      throw batched(new Date(clock.now().getTime() + SOONEST_MS));
    }
    const result = await lookInto(id, requestHash, withdrawn);
    if (result?.type === 'succeeded') return result.message;
    await orders.forget(requestHash);
    throw unanswered(result);
  }

  /** A batch is gone after 29 days. One that is withdrawn answers nothing but what it is answering now. */
  async function lookInto(id: string, requestHash: string, withdrawn: boolean): Promise<BatchResult> {
    try {
      const batch = await client.messages.batches.retrieve(id);
      if (withdrawn && batch.processing_status === 'in_progress') await cancelBatch(client, id);
      if (batch.processing_status !== 'ended') throw batched(nextLook(batch, clock.now()));
      return (await results(id)).get(requestHash);
    } catch (error) {
      if (error instanceof Anthropic.NotFoundError) return undefined;
      throw error;
    }
  }

  return async (order: Order, params: MessageParams): Promise<Message> => {
    try {
      return await ask(order, params);
    } catch (cause) {
      const failure = cause instanceof MgeError ? cause : translateError(cause, clock.now());
      if (!(failure instanceof MgeError) || failure.code !== 'model-batched') await ledger.release(order.requestHash);
      throw failure;
    }
  };
}

function nextLook({ created_at: created }: MessageBatch, now: Date): Date {
  const age = now.getTime() - new Date(created).getTime();
  return new Date(now.getTime() + Math.min(LATEST_MS, Math.max(SOONEST_MS, age / 4)));
}
