import { priceOf } from '#domain/cost/price-of.ts';
import type { PriceTable } from '#domain/cost/prices.ts';

/** Few texts are denser than this; code is about 3.5 characters a token. */
const CHARACTERS_PER_TOKEN = 2.5;
/** Other scripts and emoji can take more than a token for each code unit. */
const TOKENS_PER_FOREIGN_UNIT = 1.5;
/** What the API adds around the blocks of a request. */
const OVERHEAD_TOKENS = 400;

/** More tokens than a prompt can be expected to have. */
export function inputTokensAtMost(prompt: string): number {
  // oxlint-disable-next-line no-control-regex -- everything that is not ASCII
  const foreign = prompt.match(/[^\u0000-\u007f]/gu)?.join('').length ?? 0;
  const plain = (prompt.length - foreign) / CHARACTERS_PER_TOKEN;
  return Math.ceil(plain + foreign * TOKENS_PER_FOREIGN_UNIT) + OVERHEAD_TOKENS;
}

/**
 * The most that a call can cost, in US dollars: its whole prompt written to the dearest cache, and every output token
 * used that it may use.
 */
export function worstCase(prices: PriceTable, model: string, call: { prompt: string; maxTokens: number }): number {
  return priceOf(prices, model, {
    input: 0,
    output: call.maxTokens,
    cacheRead: 0,
    cacheWrite5m: 0,
    cacheWrite1h: inputTokensAtMost(call.prompt),
  });
}
