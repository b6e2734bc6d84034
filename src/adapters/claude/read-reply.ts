import type { z } from 'zod';
import { MgeError, type FailureCode } from '#domain/failure/mge-error.ts';
import type { ModelCall } from '#ports/ledger.ts';

/**
 * The checked answer of a booked call. Throws `model-truncated`, `model-refused` or `model-answer-invalid`; asking the
 * same again would give the same, so another attempt needs another prompt.
 */
export function readReply<T>(call: Pick<ModelCall, 'response' | 'stopReason' | 'tokens'>, answer: z.ZodType<T>): T {
  checkStopReason(call);
  const parsed = answer.safeParse(parseJson(call.response));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.map(String).join('.') ?? '';
  throw notAnAnswer(
    'model-answer-invalid',
    `Claude’s answer does not have the form that was asked for, at "${place}": ${issue?.message}`,
  );
}

function checkStopReason({ stopReason, tokens }: Pick<ModelCall, 'stopReason' | 'tokens'>): void {
  switch (stopReason) {
    case 'end_turn':
    case 'stop_sequence':
      return;
    case 'max_tokens':
      throw notAnAnswer('model-truncated', `Claude’s answer was cut off after ${tokens.output} tokens`);
    case 'model_context_window_exceeded':
      throw notAnAnswer('model-truncated', 'what I asked and the answer together are more than Claude can hold');
    case 'refusal':
      throw notAnAnswer('model-refused', 'Claude refused to answer');
    default:
      throw notAnAnswer('model-answer-invalid', `Claude stopped for an unexpected reason (${stopReason})`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(unfenced(text));
  } catch (cause) {
    throw notAnAnswer('model-answer-invalid', 'Claude’s answer is not JSON', cause);
  }
}

/** Endpoints that do not hold a model to the schema often give the JSON in a code fence. */
function unfenced(text: string): string {
  return /^\s*```(?:json)?\n([\s\S]*)\n```\s*$/.exec(text)?.[1] ?? text;
}

function notAnAnswer(code: FailureCode, message: string, cause?: unknown): MgeError {
  const nextStep = 'Type `/mge retry` to ask again, or make the spec plainer.';
  return new MgeError(message, { code, retry: 'give-up', nextStep, cause });
}
