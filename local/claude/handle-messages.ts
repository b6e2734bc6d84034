import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { ApiError } from '#local/claude/api-error.ts';
import type { CallLog, LoggedCall } from '#local/claude/call-log.ts';
import { checkMessageRequest } from '#local/claude/check-message-request.ts';
import type { createComposeReply } from '#local/claude/compose-reply.ts';
import type { MessageRequest } from '#local/claude/message-request.ts';
import type { Pace } from '#local/claude/pace.ts';
import { readRequestLine, type RequestLine } from '#local/claude/request-line.ts';
import { sendReply } from '#local/claude/send-reply.ts';

type HandleMessages = (body: unknown, response: ServerResponse) => Promise<void>;

/** Answers `POST /v1/messages`, and logs how it went. Throws `ApiError`. */
export function createHandleMessages(dependencies: {
  composeReply: ReturnType<typeof createComposeReply>;
  log: CallLog;
  pace: Pace;
}): HandleMessages {
  const { composeReply, log, pace } = dependencies;
  let count = 0;

  return async (body, response) => {
    const request = checkMessageRequest(body);
    const line = requestLineOf(request);
    const call = { ...line, model: request.model, requestHash: hashOf(body) };
    count += 1;
    const composed = await logged(log, call, () =>
      composeReply(request, line, `msg_${String(count).padStart(6, '0')}`),
    );
    const { reply, cut } = composed;
    const inputTokens = reply.input.input + reply.input.cacheRead + reply.input.cacheWrite5m + reply.input.cacheWrite1h;
    const outcome = cut ? 'cut' : reply.stopReason;
    log.add({ ...call, status: 200, outcome, inputTokens, outputTokens: reply.outputTokens });
    await sendReply(response, composed, { stream: request.stream === true, delay: pace(reply.outputTokens) });
  };
}

type Known = Omit<LoggedCall, 'status' | 'outcome' | 'inputTokens' | 'outputTokens'>;

async function logged<T>(log: CallLog, call: Known, compose: () => T): Promise<T> {
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
