import { createServer, type ServerResponse } from 'node:http';
import { ApiError } from '#local/claude/api-error.ts';
import { createCallLog, type LoggedCall } from '#local/claude/call-log.ts';
import { createRoutes } from '#local/claude/create-routes.ts';
import { quickPace, type Pace } from '#local/claude/pace.ts';
import { rateLimitHeaders } from '#local/claude/rate-limit-headers.ts';
import { openScriptFolder } from '#local/claude/script-folder.ts';
import { sendJson } from '#local/claude/send-json.ts';

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
  const route = createRoutes({ folder, log, pace: options.pace ?? quickPace });

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
