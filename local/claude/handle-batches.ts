import type { MessageBatch, MessageBatchIndividualResponse } from '@anthropic-ai/sdk/resources/messages/batches';
import { z } from 'zod';
import type { AnswerRequest } from '#local/claude/answer-request.ts';
import { ApiError } from '#local/claude/api-error.ts';
import { messageBody } from '#local/claude/message-body.ts';

const BatchRequest = z.strictObject({
  requests: z
    .array(z.strictObject({ custom_id: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/u), params: z.unknown() }))
    .min(1)
    .max(100_000),
});

interface Batch {
  readonly createdAt: Date;
  readonly results: readonly MessageBatchIndividualResponse[];
  looks: number;
}

const DAY_MS = 86_400_000;

/** The Message Batches API: a batch is in progress when it is looked at for the first time, and has ended the second time. */
export function createHandleBatches(answer: AnswerRequest) {
  const batches = new Map<string, Batch>();
  const find = (id: string): Batch => {
    const batch = batches.get(id);
    if (batch === undefined) throw new ApiError('not_found_error', `No batch ${id}`);
    return batch;
  };
  return {
    create(body: unknown, origin: string): MessageBatch {
      const parsed = BatchRequest.safeParse(body);
      if (!parsed.success) throw new ApiError('invalid_request_error', parsed.error.issues[0]?.message ?? 'invalid');
      const { requests } = parsed.data;
      const ids = new Set(requests.map(({ custom_id: id }) => id));
      if (ids.size < requests.length) throw new ApiError('invalid_request_error', 'custom_id must be unique');
      const results = requests.map(({ custom_id: id, params }) => ({
        custom_id: id,
        result: resultOf(answer, params),
      }));
      const id = `msgbatch_${String(batches.size + 1).padStart(6, '0')}`;
      const batch = { createdAt: new Date(), results, looks: 0 };
      batches.set(id, batch);
      return present(id, batch, origin);
    },
    retrieve(id: string, origin: string): MessageBatch {
      const batch = find(id);
      batch.looks += 1;
      return present(id, batch, origin);
    },
    /** JSON lines. */
    results: (id: string): string =>
      find(id)
        .results.map((result) => `${JSON.stringify(result)}\n`)
        .join(''),
  };
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

function present(id: string, { createdAt, results, looks }: Batch, origin: string): MessageBatch {
  const ended = looks > 1;
  const count = (type: string): number => (ended ? results.filter(({ result }) => result.type === type).length : 0);
  return {
    id,
    type: 'message_batch',
    processing_status: ended ? 'ended' : 'in_progress',
    request_counts: {
      processing: ended ? 0 : results.length,
      succeeded: count('succeeded'),
      errored: count('errored'),
      canceled: 0,
      expired: count('expired'),
    },
    created_at: createdAt.toISOString(),
    ended_at: ended ? createdAt.toISOString() : null,
    expires_at: new Date(createdAt.getTime() + DAY_MS).toISOString(),
    archived_at: null,
    cancel_initiated_at: null,
    results_url: ended ? `${origin}/v1/messages/batches/${id}/results` : null,
  };
}
