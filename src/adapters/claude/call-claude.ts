import type Anthropic from '@anthropic-ai/sdk';
import type { MessageParams } from '#adapters/claude/message-params.ts';
import { createAskInBatch } from '#adapters/claude/ask-in-batch.ts';
import { createBookCall } from '#adapters/claude/book-call.ts';
import { createListenToClaude } from '#adapters/claude/listen-to-claude.ts';
import { toModelCall, type Order } from '#adapters/claude/to-model-call.ts';
import { batchShare, type PriceTable } from '#domain/cost/prices.ts';
import type { BatchOrders } from '#ports/batch-orders.ts';
import type { Clock } from '#ports/clock.ts';
import type { Ledger, ModelCall } from '#ports/ledger.ts';
import type { Telemetry } from '#ports/telemetry.ts';

type CallClaude = (order: Order & { readonly params: MessageParams }) => Promise<ModelCall>;

/** Makes one call and books it, however it ended; its reservation is gone afterwards. Throws `MgeError`. */
export function createCallClaude(dependencies: {
  client: Anthropic;
  ledger: Ledger;
  clock: Clock;
  telemetry: Telemetry;
  prices: PriceTable;
  orders: BatchOrders;
  gatherMs?: number;
}): CallClaude {
  const { clock, telemetry, prices } = dependencies;
  const book = createBookCall(dependencies);
  const listen = createListenToClaude(dependencies);
  const askInBatch = createAskInBatch(dependencies);

  return async ({ params, ...order }) => {
    const began = clock.now().getTime();
    const unhurried = order.request.unhurried === true;
    const message = await (unhurried ? askInBatch : listen)(order, params);
    const call = toModelCall(order, message, prices, unhurried ? batchShare : 1);
    await book(call);
    const { stage, subject, attempt, model, stopReason, tokens, costUsd } = call;
    // What a batch takes is not its calls' doing.
    if (!unhurried) telemetry.observe('model_call_seconds', (clock.now().getTime() - began) / 1000, { stage, model });
    telemetry.info('model call', { stage, subject, attempt, model, stopReason, ...tokens, costUsd });
    return call;
  };
}
