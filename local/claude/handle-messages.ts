import type { ServerResponse } from 'node:http';
import type { AnswerRequest } from '#local/claude/answer-request.ts';
import type { Pace } from '#local/claude/pace.ts';
import { sendReply } from '#local/claude/send-reply.ts';

type HandleMessages = (body: unknown, response: ServerResponse) => Promise<void>;

/** Answers `POST /v1/messages`. Throws `ApiError`. */
export function createHandleMessages({
  answer,
  pace,
}: {
  readonly answer: AnswerRequest;
  readonly pace: Pace;
}): HandleMessages {
  return async (body, response) => {
    const { request, composed } = answer(body);
    await sendReply(response, composed, { stream: request.stream === true, delay: pace(composed.reply.outputTokens) });
  };
}
