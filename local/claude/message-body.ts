import type { Message, MessageDeltaUsage, Usage } from '@anthropic-ai/sdk/resources/messages/messages';
import type { InputUse } from '#local/claude/count-usage.ts';

/** What the model says, and how it stopped. */
export interface Reply {
  readonly id: string;
  readonly model: string;
  readonly text: string;
  readonly stopReason: 'end_turn' | 'max_tokens' | 'refusal';
  readonly input: InputUse;
  readonly outputTokens: number;
  readonly thinkingTokens: number;
}

/** A message as the API gives it, whole (`reply.text`), or as it stands before its first word. */
export function messageBody(reply: Reply, form: 'whole' | 'begun'): Message {
  const isWhole = form === 'whole';
  return {
    id: reply.id,
    type: 'message',
    role: 'assistant',
    model: reply.model,
    content: isWhole && reply.text !== '' ? [{ type: 'text', text: reply.text, citations: null }] : [],
    stop_reason: isWhole ? reply.stopReason : null,
    stop_sequence: null,
    stop_details: isWhole ? stopDetails(reply) : null,
    container: null,
    diagnostics: null,
    usage: usageOf(reply, isWhole ? reply.outputTokens : 1),
  };
}

/** Why a reply was refused; null for every other. */
export function stopDetails({ stopReason }: Reply): Message['stop_details'] {
  if (stopReason !== 'refusal') return null;
  return { type: 'refusal', category: null, explanation: 'The script refuses here.' };
}

/** The usage that closes a stream: totals, not differences. */
export function finalUsage(reply: Reply): MessageDeltaUsage {
  const usage = usageOf(reply, reply.outputTokens);
  return {
    input_tokens: usage.input_tokens,
    output_tokens: usage.output_tokens,
    cache_creation_input_tokens: usage.cache_creation_input_tokens,
    cache_read_input_tokens: usage.cache_read_input_tokens,
    output_tokens_details: usage.output_tokens_details,
    server_tool_use: null,
  };
}

function usageOf({ input, thinkingTokens }: Reply, outputTokens: number): Usage {
  return {
    input_tokens: input.input,
    output_tokens: outputTokens,
    cache_read_input_tokens: input.cacheRead,
    cache_creation_input_tokens: input.cacheWrite5m + input.cacheWrite1h,
    cache_creation: { ephemeral_5m_input_tokens: input.cacheWrite5m, ephemeral_1h_input_tokens: input.cacheWrite1h },
    output_tokens_details: { thinking_tokens: thinkingTokens },
    inference_geo: null,
    server_tool_use: null,
    service_tier: 'standard',
    speed: 'standard',
  };
}
