import type { MessageBatch, MessageBatchIndividualResponse } from '@anthropic-ai/sdk/resources/messages/batches';
import { z } from 'zod';
import type { AnswerRequest } from '#local/claude/answer-request.ts';
import { ApiError } from '#local/claude/api-error.ts';
import { messageBody } from '#local/claude/message-body.ts';
import { presentBatch, type Batch } from '#local/claude/present-batch.ts';

const BatchRequest = z.strictObject({
  requests: z
    .array(z.strictObject({ custom_id: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/u), params: z.unknown() }))
    .min(1)
    .max(100_000),
});

/**
 * The Message Batches API: a batch is in progress when it is looked at for the first time, and has ended the second time. When it is
 * cancelled before, its first half had been answered already.
 */
export function createHandleBatches(answer: AnswerRequest) {
  const batches = new Map<string, Batch>();
  const find = (id: string): Batch => {
    const batch = batches.get(id);
    if (batch === undefined) throw new ApiError('not_found_error', `No batch ${id}`);
    return batch;
  };
  return {
    create(body: unknown, origin: string): MessageBatch {
      const id = `msgbatch_${String(batches.size + 1).padStart(6, '0')}`;
      const batch = { createdAt: new Date(), results: resultsOf(answer, body), looks: 0 };
      batches.set(id, batch);
      return presentBatch(id, batch, origin);
    },
    retrieve(id: string, origin: string): MessageBatch {
      const batch = find(id);
      batch.looks += 1;
      return presentBatch(id, batch, origin);
    },
    cancel(id: string, origin: string): MessageBatch {
      const batch = find(id);
      if (batch.looks > 1) throw new ApiError('invalid_request_error', 'A batch that has ended cannot be canceled');
      batch.results = cancelHalf(batch.results);
      batch.cancelledAt = new Date();
      return presentBatch(id, batch, origin);
    },
    /** JSON lines. */
    results: (id: string): string =>
      find(id)
        .results.map((result) => `${JSON.stringify(result)}\n`)
        .join(''),
  };
}

function resultsOf(answer: AnswerRequest, body: unknown): Batch['results'] {
  const parsed = BatchRequest.safeParse(body);
  if (!parsed.success) throw new ApiError('invalid_request_error', parsed.error.issues[0]?.message ?? 'invalid');
  const { requests } = parsed.data;
  const ids = new Set(requests.map(({ custom_id: id }) => id));
  if (ids.size < requests.length) throw new ApiError('invalid_request_error', 'custom_id must be unique');
  return requests.map(({ custom_id: id, params }) => ({ custom_id: id, result: resultOf(answer, params) }));
}

function cancelHalf(results: Batch['results']): Batch['results'] {
  const answered = Math.floor(results.length / 2);
  return results.map((each, index) => (index < answered ? each : { ...each, result: { type: 'canceled' } }));
}

function resultOf(answer: AnswerRequest, params: unknown): MessageBatchIndividualResponse['result'] {
  try {
    const { composed } = answer(params);
    // A line cannot break in a batch: such a request is not answered in time.
    return composed.cut ? { type: 'expired' } : { type: 'succeeded', message: messageBody(composed.reply, 'whole') };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { type: 'errored', error: error.toResult() };
  }
}
