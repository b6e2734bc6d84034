import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ApiError } from '#local/claude/api-error.ts';
import { createCallLog, type LoggedCall } from '#local/claude/call-log.ts';
import { checkAccess } from '#local/claude/check-access.ts';
import { checkCountRequest } from '#local/claude/check-message-request.ts';
import { createChooseRule } from '#local/claude/choose-rule.ts';
import { createComposeReply } from '#local/claude/compose-reply.ts';
import { countPrompt, createCountInput } from '#local/claude/count-usage.ts';
import { createAnswerRequest } from '#local/claude/answer-request.ts';
import { createHandleBatches } from '#local/claude/handle-batches.ts';
import { createHandleMessages } from '#local/claude/handle-messages.ts';
import { quickPace, type Pace } from '#local/claude/pace.ts';
import { rateLimitHeaders } from '#local/claude/rate-limit-headers.ts';
import { readBody } from '#local/claude/read-body.ts';
import { openScriptFolder } from '#local/claude/script-folder.ts';

export interface ScriptedClaude {
  /** The base URL for the SDK. */
  readonly url: string;
  readonly calls: () => readonly LoggedCall[];
  readonly close: () => Promise<void>;
}

/**
 * Starts a server on 127.0.0.1 that speaks the Messages API and answers from a script's folder. `port` 0 takes any free
 * one. `GET /__calls` answers the log of calls.
 */
export async function startScriptedClaude(options: {
  script: string;
  port?: number;
  pace?: Pace;
}): Promise<ScriptedClaude> {
  const folder = openScriptFolder(options.script);
  const log = createCallLog();
  const chooseRule = createChooseRule(folder.rules);
  const composeReply = createComposeReply({ folder, chooseRule, countInput: createCountInput() });
  const answer = createAnswerRequest({ composeReply, log });
  const handleMessages = createHandleMessages({ answer, pace: options.pace ?? quickPace });
  const batches = createHandleBatches(answer);

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = `${request.method} ${new URL(request.url ?? '/', 'http://localhost').pathname}`;
    if (path === 'GET /__calls') return sendJson(response, 200, log.all());
    checkAccess(request.headers);
    if (path === 'POST /v1/messages') return handleMessages(await readBody(request), response);
    const origin = `http://${request.headers.host ?? 'localhost'}`;
    if (path === 'POST /v1/messages/batches')
      return sendJson(response, 200, batches.create(await readBody(request), origin));
    const [, id = '', rest] = /^GET \/v1\/messages\/batches\/([^/]+)(\/results)?$/u.exec(path) ?? [];
    if (rest !== undefined) return sendLines(response, batches.results(id));
    if (id !== '') return sendJson(response, 200, batches.retrieve(id, origin));
    if (path !== 'POST /v1/messages/count_tokens') throw new ApiError('not_found_error', 'Not Found');
    sendJson(response, 200, { input_tokens: countPrompt(checkCountRequest(await readBody(request))) });
  }

  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const requestId = `req_${String(requests).padStart(8, '0')}`;
    for (const [name, value] of Object.entries(rateLimitHeaders(requests))) response.setHeader(name, value);
    response.setHeader('request-id', requestId);
    route(request, response).catch((error: unknown) => sendError(response, error, requestId));
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    calls: () => log.all(),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function sendError(response: ServerResponse, error: unknown, requestId: string): void {
  const known = error instanceof ApiError ? error : new ApiError('api_error', `the script is broken: ${String(error)}`);
  if (response.headersSent) return void response.destroy();
  for (const [name, value] of Object.entries(known.headers)) response.setHeader(name, value);
  sendJson(response, known.status, known.toJson(requestId));
}

function sendLines(response: ServerResponse, lines: string): void {
  response.writeHead(200, { 'content-type': 'application/x-jsonl' });
  response.end(lines);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
