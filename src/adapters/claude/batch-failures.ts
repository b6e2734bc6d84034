import type { MessageBatchResult } from '@anthropic-ai/sdk/resources/messages/batches';
import { REJECTED } from '#adapters/claude/translate-error.ts';
import { MgeError } from '#domain/failure/mge-error.ts';

/** What a batch says of a request. Undefined: nothing, or it is no longer there. */
export type BatchResult = MessageBatchResult | undefined;

/** An answer that is still to come. */
export function batched(until: Date): MgeError {
  return new MgeError('my questions are in a batch at half the price, which may take from minutes to a day', {
    code: 'model-batched',
    retry: 'wait-until',
    until,
    nextStep: 'Nothing to do: I go on by myself when the batch is done.',
  });
}

/** A batch that has ended without the answer. */
export function unanswered(result: BatchResult): MgeError {
  const rejected = result?.type === 'errored' && result.error.error.type === 'invalid_request_error';
  return rejected
    ? new MgeError(REJECTED.message, REJECTED)
    : new MgeError(`Claude’s batch ended without an answer (${result?.type ?? 'none'})`, {
        code: 'model-unavailable',
        retry: 'retry',
        nextStep: 'Nothing to do yet: I ask again by myself. If it lasts, type `/mge retry` later.',
      });
}
