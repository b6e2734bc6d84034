import { createHash } from 'node:crypto';
import type { CountRequest, MessageRequest } from '#local/claude/message-request.ts';

const CHARACTERS_PER_TOKEN = 3.5;
const SHORTEST_CACHED = 512;

/** Input tokens of one request. `input` are those neither read from the cache nor written to it. */
export interface InputUse {
  readonly input: number;
  readonly cacheRead: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
}

/** A plausible count of a text's tokens. */
export function countTokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}

/** A plausible count of everything in a prompt. */
export function countPrompt(request: CountRequest): number {
  const text = blocksOf(request).reduce((sum, block) => sum + countTokens(block.text), 0);
  return text + schemaTokens(request);
}

type CountInput = (request: MessageRequest) => InputUse;

/** Counts input as the prompt cache would: what stands before a mark is written once, and read when it comes again. */
export function createCountInput(): CountInput {
  const cached = new Set<string>();
  return (request) => {
    const prefix = createHash('sha256').update(request.model);
    const use = { input: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0 };
    let standing = 0;
    let marked = 0;
    for (const block of blocksOf(request)) {
      prefix.update(`\0${block.text}`);
      standing += countTokens(block.text);
      if (block.ttl === null || standing < SHORTEST_CACHED) continue;
      const key = prefix.copy().digest('hex');
      const kind = cached.has(key) ? 'cacheRead' : block.ttl === '1h' ? 'cacheWrite1h' : 'cacheWrite5m';
      use[kind] += standing - marked;
      marked = standing;
      cached.add(key);
    }
    use.input = standing - marked + schemaTokens(request);
    return use;
  };
}

interface Block {
  readonly text: string;
  readonly ttl: '5m' | '1h' | null;
}

function blocksOf({ system, messages }: CountRequest): Block[] {
  const contents = [system ?? [], ...messages.map((message) => message.content)];
  return contents.flat().map((block): Block => {
    if (typeof block === 'string') return { text: block, ttl: null };
    return { text: block.text, ttl: block.cache_control ? (block.cache_control.ttl ?? '5m') : null };
  });
}

function schemaTokens({ output_config: config }: CountRequest): number {
  return countTokens(JSON.stringify(config?.format?.schema ?? ''));
}
