import { classifyFailure } from '#domain/failure/classify-failure.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Outbox } from '#ports/outbox.ts';

/** Settles an effect. An answer with a bad shape can never be saved: the effect has failed then. */
export async function settleEffect(outbox: Outbox, key: string, event: RunEvent): Promise<void> {
  try {
    await outbox.settle(key, event);
  } catch (error) {
    const { failure } = classifyFailure(error);
    if (failure.code !== 'internal') throw error;
    await outbox.settle(key, { type: 'effect-failed', effect: key, failure });
  }
}
