import { createHash } from 'node:crypto';
import type { TextBlockParam } from '@anthropic-ai/sdk/resources/messages/messages';
import type { MessageParams } from '#adapters/claude/message-params.ts';

/** What requests must share, as a hash, to share what stands before their last cache mark; null without a mark. */
export function cachedPrefix({ model, system, messages, output_config }: MessageParams): string | null {
  const blocks = [system ?? [], ...messages.map(({ content }) => content)].flatMap((part) =>
    typeof part === 'string' ? [] : part.filter((block) => block.type === 'text'),
  );
  const last = blocks.findLastIndex(isMarked);
  if (last < 0) return null;
  const texts = blocks.slice(0, last + 1).map(({ text }) => text);
  return createHash('sha256')
    .update(JSON.stringify([model, output_config, texts]))
    .digest('hex');
}

function isMarked(block: TextBlockParam): boolean {
  return block.cache_control !== undefined && block.cache_control !== null;
}
