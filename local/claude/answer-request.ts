import { createHash } from 'node:crypto';
import { ApiError } from '#local/claude/api-error.ts';
import type { CallLog, LoggedCall } from '#local/claude/call-log.ts';
import { checkMessageRequest } from '#local/claude/check-message-request.ts';
import type { Composed, createComposeReply } from '#local/claude/compose-reply.ts';
import type { MessageRequest } from '#local/claude/message-request.ts';
import { readRequestLine, type RequestLine } from '#local/claude/request-line.ts';

/** What the script answers to the body of a request, which is logged. Throws `ApiError`. */
export type AnswerRequest = (body: unknown) => { readonly request: MessageRequest; readonly composed: Composed };

export function createAnswerRequest(dependencies: {
  composeReply: ReturnType<typeof createComposeReply>;
  log: CallLog;
}): AnswerRequest {
  const { composeReply, log } = dependencies;
  let count = 0;

  return (body) => {
    const request = checkMessageRequest(body);
    const line = requestLineOf(request);
    const call = { ...line, model: request.model, requestHash: hashOf(body) };
    count += 1;
    const composed = logged(log, call, () => composeReply(request, line, `msg_${String(count).padStart(6, '0')}`));
    const { reply, cut } = composed;
    const inputTokens = reply.input.input + reply.input.cacheRead + reply.input.cacheWrite5m + reply.input.cacheWrite1h;
    const outcome = cut ? 'cut' : reply.stopReason;
    log.add({ ...call, status: 200, outcome, inputTokens, outputTokens: reply.outputTokens });
    return { request, composed };
  };
}

type Known = Omit<LoggedCall, 'status' | 'outcome' | 'inputTokens' | 'outputTokens'>;

function logged<T>(log: CallLog, call: Known, compose: () => T): T {
  try {
    return compose();
  } catch (error) {
    if (error instanceof ApiError) {
      log.add({ ...call, status: error.status, outcome: error.type, inputTokens: 0, outputTokens: 0 });
    }
    throw error;
  }
}

function requestLineOf({ messages }: MessageRequest): RequestLine {
  const content = messages.at(-1)?.content ?? '';
  const last = typeof content === 'string' ? content : (content.at(-1)?.text ?? '');
  const line = readRequestLine(last);
  if (line !== null) return line;
  throw new ApiError(
    'not_found_error',
    'This is a scripted model: it answers only prompts whose last block begins with "MGE request: stage=… subject=… attempt=…".',
  );
}

function hashOf(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16);
}
