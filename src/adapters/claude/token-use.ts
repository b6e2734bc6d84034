import type { Usage } from '@anthropic-ai/sdk/resources/messages/messages';
import type { TokenUse } from '#domain/cost/price-of.ts';

/** The usage of a message. Where the two caches are not told apart, writing counts as to the dearer one. */
export function toTokenUse(usage: Usage): TokenUse {
  const cacheWrite5m = usage.cache_creation?.ephemeral_5m_input_tokens ?? 0;
  const cacheWrite1h = usage.cache_creation?.ephemeral_1h_input_tokens ?? 0;
  const cacheWrite = usage.cache_creation_input_tokens ?? 0;
  return {
    input: usage.input_tokens,
    output: usage.output_tokens,
    cacheRead: usage.cache_read_input_tokens ?? 0,
    cacheWrite5m,
    cacheWrite1h: Math.max(cacheWrite1h, cacheWrite - cacheWrite5m),
  };
}
