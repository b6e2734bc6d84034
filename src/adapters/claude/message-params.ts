import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import type { MessageCreateParamsNonStreaming, TextBlockParam } from '@anthropic-ai/sdk/resources/messages/messages';
import type { ModelRequest, PromptBlock } from '#ports/language-model.ts';

/** What is asked, whether the answer is streamed or comes in a batch. */
export type MessageParams = Omit<MessageCreateParamsNonStreaming, 'stream'>;

/** A request as the Messages API takes it: text in, one JSON answer out; no tools, no sampling parameters. */
export function toMessageParams<T>(request: ModelRequest<T>): MessageParams {
  const { type, schema } = zodOutputFormat(request.answer);
  return {
    model: request.choice.model,
    max_tokens: request.maxTokens,
    ...(request.system.length === 0 ? {} : { system: request.system.map(toTextBlock) }),
    messages: [{ role: 'user', content: request.user.map(toTextBlock) }],
    output_config: { format: { type, schema }, effort: request.choice.effort },
  };
}

/** Everything of a request that is paid as input. */
export function promptText<T>(request: ModelRequest<T>): string {
  const blocks = [...request.system, ...request.user].map((block) => block.text);
  return [...blocks, JSON.stringify(zodOutputFormat(request.answer).schema)].join('\n');
}

function toTextBlock({ text, cache }: PromptBlock): TextBlockParam {
  if (cache === undefined) return { type: 'text', text };
  return { type: 'text', text, cache_control: { type: 'ephemeral', ttl: cache } };
}
