import type { Message } from '@anthropic-ai/sdk/resources/messages/messages';
import { toTokenUse } from '#adapters/claude/token-use.ts';
import { priceOf } from '#domain/cost/price-of.ts';
import type { PriceTable } from '#domain/cost/prices.ts';
import type { ModelRequest } from '#ports/language-model.ts';
import type { ModelCall } from '#ports/ledger.ts';

/** A request, without the schema of its answer, and the hash that it is booked under. */
export interface Order {
  readonly request: Omit<ModelRequest<unknown>, 'answer'>;
  readonly requestHash: string;
  /** The run has ended since this was ordered in a batch. */
  readonly withdrawn?: boolean;
}

/** A message as the ledger keeps it: its text, how it stopped, its tokens and what they cost (`share` of the list price). */
export function toModelCall(order: Order, message: Message, prices: PriceTable, share = 1): ModelCall {
  const { run, stage, subject, attempt, choice } = order.request;
  const use = toTokenUse(message.usage);
  return {
    requestHash: order.requestHash,
    run,
    stage,
    subject,
    attempt,
    model: choice.model,
    response: message.content.map((block) => (block.type === 'text' ? block.text : '')).join(''),
    stopReason: message.stop_reason ?? 'unknown',
    tokens: {
      input: use.input,
      output: use.output,
      cacheRead: use.cacheRead,
      cacheWrite: use.cacheWrite5m + use.cacheWrite1h,
    },
    costUsd: share * priceOf(prices, message.model, use),
  };
}

const CHARACTERS_PER_TOKEN = 3;

/**
 * The call of a stream that broke off. A stream tells its output tokens at its end only, so they are counted by what was
 * heard. It has a hash of its own, so that it is never replayed.
 */
export function toLostCall(
  order: Order,
  begun: Message,
  at: { readonly prices: PriceTable; readonly now: Date },
): ModelCall {
  const heard = begun.content.map((block) => (block.type === 'text' ? block.text.length : 0));
  const tokens = Math.ceil(heard.reduce((sum, length) => sum + length, 0) / CHARACTERS_PER_TOKEN);
  const usage = { ...begun.usage, output_tokens: Math.max(begun.usage.output_tokens, tokens) };
  const requestHash = `${order.requestHash}/lost/${at.now.getTime()}`;
  return { ...toModelCall({ ...order, requestHash }, { ...begun, usage }, at.prices), stopReason: 'lost' };
}
