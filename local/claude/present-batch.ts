import type { MessageBatch, MessageBatchIndividualResponse } from '@anthropic-ai/sdk/resources/messages/batches';

export interface Batch {
  readonly createdAt: Date;
  results: readonly MessageBatchIndividualResponse[];
  looks: number;
  cancelledAt?: Date;
}

const DAY_MS = 86_400_000;

/** A batch as the API tells of it. */
export function presentBatch(
  id: string,
  { createdAt, results, looks, cancelledAt }: Batch,
  origin: string,
): MessageBatch {
  const ended = looks > 1;
  const count = (type: string): number => (ended ? results.filter(({ result }) => result.type === type).length : 0);
  return {
    id,
    type: 'message_batch',
    processing_status: ended ? 'ended' : cancelledAt === undefined ? 'in_progress' : 'canceling',
    request_counts: {
      processing: ended ? 0 : results.length,
      succeeded: count('succeeded'),
      errored: count('errored'),
      canceled: count('canceled'),
      expired: count('expired'),
    },
    created_at: createdAt.toISOString(),
    ended_at: ended ? createdAt.toISOString() : null,
    expires_at: new Date(createdAt.getTime() + DAY_MS).toISOString(),
    archived_at: null,
    cancel_initiated_at: cancelledAt?.toISOString() ?? null,
    results_url: ended ? `${origin}/v1/messages/batches/${id}/results` : null,
  };
}
