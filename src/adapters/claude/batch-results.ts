import { LRUCache } from 'lru-cache';
import type Anthropic from '@anthropic-ai/sdk';
import type { MessageBatchResult } from '@anthropic-ai/sdk/resources/messages/batches';

type Results = ReadonlyMap<string, MessageBatchResult>;

const MOST_KEPT = 4;

/** The results of a batch by request; those of the latest batches are kept, since each of their requests asks for them. */
export function createBatchResults(client: Anthropic): (id: string) => Promise<Results> {
  const kept = new LRUCache<string, Promise<Results>>({ max: MOST_KEPT });
  async function read(id: string): Promise<Results> {
    const found = new Map<string, MessageBatchResult>();
    for await (const { custom_id: hash, result } of await client.messages.batches.results(id)) found.set(hash, result);
    return found;
  }
  return (id) => {
    const reading = kept.get(id) ?? read(id);
    kept.set(id, reading);
    reading.catch(() => kept.delete(id));
    return reading;
  };
}
