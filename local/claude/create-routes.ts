import type { IncomingMessage, ServerResponse } from 'node:http';
import { createAnswerRequest } from '#local/claude/answer-request.ts';
import { ApiError } from '#local/claude/api-error.ts';
import type { CallLog } from '#local/claude/call-log.ts';
import { checkAccess } from '#local/claude/check-access.ts';
import { checkCountRequest } from '#local/claude/check-message-request.ts';
import { createChooseRule } from '#local/claude/choose-rule.ts';
import { createComposeReply } from '#local/claude/compose-reply.ts';
import { countPrompt, createCountInput } from '#local/claude/count-usage.ts';
import { createHandleBatches } from '#local/claude/handle-batches.ts';
import { createHandleMessages } from '#local/claude/handle-messages.ts';
import type { Pace } from '#local/claude/pace.ts';
import { readBody } from '#local/claude/read-body.ts';
import type { openScriptFolder } from '#local/claude/script-folder.ts';
import { sendJson, sendLines } from '#local/claude/send-json.ts';

type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** What is answered where. Throws `ApiError`. */
export function createRoutes(dependencies: {
  folder: ReturnType<typeof openScriptFolder>;
  log: CallLog;
  pace: Pace;
}): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { folder, log, pace } = dependencies;
  const chooseRule = createChooseRule(folder.rules);
  const answer = createAnswerRequest({
    composeReply: createComposeReply({ folder, chooseRule, countInput: createCountInput() }),
    log,
  });
  const handleMessages = createHandleMessages({ answer, pace });
  const batches = createHandleBatches(answer);
  const origin = ({ headers }: IncomingMessage): string => `http://${headers.host ?? 'localhost'}`;

  const fixed: Readonly<Record<string, Route>> = {
    'POST /v1/messages': async (request, response) => handleMessages(await readBody(request), response),
    'POST /v1/messages/count_tokens': async (request, response) =>
      sendJson(response, 200, { input_tokens: countPrompt(checkCountRequest(await readBody(request))) }),
    'POST /v1/messages/batches': async (request, response) =>
      sendJson(response, 200, batches.create(await readBody(request), origin(request))),
  };
  return async (request, response) => {
    const path = `${request.method} ${new URL(request.url ?? '/', 'http://localhost').pathname}`;
    if (path === 'GET /__calls') return sendJson(response, 200, log.all());
    checkAccess(request.headers);
    const cancelled = /^POST \/v1\/messages\/batches\/([^/]+)\/cancel$/u.exec(path)?.[1];
    if (cancelled !== undefined) return sendJson(response, 200, batches.cancel(cancelled, origin(request)));
    const [, id = '', results] = /^GET \/v1\/messages\/batches\/([^/]+)(\/results)?$/u.exec(path) ?? [];
    if (results !== undefined) return sendLines(response, batches.results(id));
    if (id !== '') return sendJson(response, 200, batches.retrieve(id, origin(request)));
    const route = fixed[path];
    if (route === undefined) throw new ApiError('not_found_error', 'Not Found');
    await route(request, response);
  };
}
