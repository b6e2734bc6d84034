import type { Insertable, Selectable } from 'kysely';
import { z } from 'zod';
import { checkDocument } from '#adapters/store/stored-document.ts';
import type { ModelCallTable } from '#adapters/store/tables.ts';
import type { ModelCall } from '#ports/ledger.ts';

export function rowOf(call: ModelCall): Omit<Insertable<ModelCallTable>, 'at'> {
  return {
    request_hash: call.requestHash,
    run_id: call.run,
    stage: call.stage,
    subject: call.subject,
    attempt: call.attempt,
    model: call.model,
    response: JSON.stringify(call.response),
    stop_reason: call.stopReason,
    input_tokens: call.tokens.input,
    output_tokens: call.tokens.output,
    cache_read_tokens: call.tokens.cacheRead,
    cache_write_tokens: call.tokens.cacheWrite,
    cost_usd: call.costUsd,
  };
}

export function callOf(row: Selectable<ModelCallTable>): ModelCall {
  return {
    requestHash: row.request_hash,
    run: row.run_id,
    stage: row.stage,
    subject: row.subject,
    attempt: row.attempt,
    model: row.model,
    response: checkDocument(z.string(), row.response, `The booked response ${row.request_hash}`),
    stopReason: row.stop_reason,
    tokens: {
      input: row.input_tokens,
      output: row.output_tokens,
      cacheRead: row.cache_read_tokens,
      cacheWrite: row.cache_write_tokens,
    },
    costUsd: Number(row.cost_usd),
  };
}
