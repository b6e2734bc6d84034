import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { GitHubError } from '#local/github/http/github-error.ts';
import type { Reply } from '#local/github/http/route.ts';
import { sendReply } from '#local/github/http/send-reply.ts';
import { gitPath, serveGit } from '#local/github/http/serve-git.ts';
import { serveRest, type RestParts } from '#local/github/http/serve-rest.ts';
import { readDownload } from '#local/github/http/sign-download.ts';

export interface ServerParts extends RestParts {
  readonly serveGraphql: (request: IncomingMessage) => Promise<Reply>;
}

function sendFile(parts: ServerParts, response: ServerResponse, url: URL): void {
  const file = readDownload(parts.world, url);
  if (file === null) throw new GitHubError(404, 'Not Found');
  const type = file.endsWith('.zip') ? 'application/zip' : 'text/plain; charset=utf-8';
  response.writeHead(200, { 'content-type': type });
  createReadStream(join(parts.world.dataDir, 'files', file))
    .on('error', () => response.destroy())
    .pipe(response);
}

async function serve(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', parts.world.url);
  if (url.pathname === '/api/graphql') return sendReply(response, await parts.serveGraphql(request));
  if (url.pathname.startsWith('/api/v3/')) {
    const reply = await serveRest(parts, request, url.pathname.slice('/api/v3'.length), url);
    if (reply.status === 0) return void response.destroy();
    return sendReply(response, reply);
  }
  if (url.pathname.startsWith('/_local/files/')) return sendFile(parts, response, url);
  if (gitPath.test(url.pathname)) return serveGit(parts.world, request, response, url);
  throw new GitHubError(404, 'Not Found');
}

function sendError(response: ServerResponse, cause: unknown, report: RestParts['report']): void {
  if (cause instanceof GitHubError) {
    // git asks for its credentials only when it is told to
    const headers: Record<string, string> = cause.status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {};
    return sendReply(response, { status: cause.status, body: cause.body, headers });
  }
  report([`server: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`]);
  if (response.headersSent) response.destroy();
  else sendReply(response, { status: 500, body: { message: 'Server Error' } });
}

/** The one HTTP server: REST, GraphQL, git and downloads. `parts` is asked for at each request. */
export function createGitHubServer(parts: () => ServerParts): Server {
  return createServer((request, response) => {
    serve(parts(), request, response).catch((cause: unknown) => sendError(response, cause, parts().report));
  });
}
