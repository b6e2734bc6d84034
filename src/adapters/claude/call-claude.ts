import type Anthropic from '@anthropic-ai/sdk';
import type { MessageStreamParams } from '@anthropic-ai/sdk/resources/messages/messages';
import { createBookCall } from '#adapters/claude/book-call.ts';
import { createListenToClaude } from '#adapters/claude/listen-to-claude.ts';
import { toModelCall, type Order } from '#adapters/claude/to-model-call.ts';
import type { PriceTable } from '#domain/cost/prices.ts';
import type { Clock } from '#ports/clock.ts';
import type { Ledger, ModelCall } from '#ports/ledger.ts';
import type { Telemetry } from '#ports/telemetry.ts';

type CallClaude = (order: Order & { readonly params: MessageStreamParams }) => Promise<ModelCall>;

/** Makes one call and books it, however it ended; its reservation is gone afterwards. Throws `MgeError`. */
export function createCallClaude(dependencies: {
  client: Anthropic;
  ledger: Ledger;
  clock: Clock;
  telemetry: Telemetry;
  prices: PriceTable;
}): CallClaude {
  const { clock, telemetry, prices } = dependencies;
  const book = createBookCall(dependencies);
  const listen = createListenToClaude(dependencies);

  return async ({ params, ...order }) => {
    const began = clock.now().getTime();
    const call = toModelCall(order, await listen(order, params), prices);
    await book(call);
    const { stage, subject, attempt, model, stopReason, tokens, costUsd } = call;
    telemetry.observe('model_call_seconds', (clock.now().getTime() - began) / 1000, { stage, model });
    telemetry.info('model call', { stage, subject, attempt, model, stopReason, ...tokens, costUsd });
    return call;
  };
}
