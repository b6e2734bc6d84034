import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Failures } from '#local/github/http/failures.ts';
import type { FoundRoute } from '#local/github/http/find-route.ts';
import { GitHubError, notFound } from '#local/github/http/github-error.ts';
import { identify } from '#local/github/http/identity.ts';
import { readJson } from '#local/github/http/read-request.ts';
import type { Reply } from '#local/github/http/route.ts';
import type { RequestLog } from '#local/github/http/request-log.ts';
import type { World } from '#local/github/world.ts';
import type { Gate } from '#local/openapi/create-gate.ts';

export interface RestParts {
  readonly world: World;
  readonly findRoute: (method: string, path: string) => FoundRoute | null;
  readonly failures: Failures;
  readonly log: RequestLog;
  readonly gate: Gate | null;
  readonly report: (findings: readonly string[]) => void;
}

function errorReply(cause: unknown): Reply {
  if (cause instanceof GitHubError) return { status: cause.status, body: cause.body };
  const message = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return { status: 500, body: { message: `Server Error: ${message}` } };
}

/** Puts an ETag on what was read, and answers 304 when the caller has it. */
function withEtag(request: IncomingMessage, reply: Reply): Reply {
  if (request.method !== 'GET' || reply.status !== 200) return reply;
  const seen = reply.bytes ? Buffer.from(reply.bytes.content) : JSON.stringify(reply.body);
  const etag = `W/"${createHash('sha256').update(seen).digest('hex')}"`;
  const headers = { ...reply.headers, etag, 'cache-control': 'private, max-age=60, s-maxage=60' };
  if (request.headers['if-none-match'] === etag) return { status: 304, headers };
  return { ...reply, headers };
}

async function perform(
  { world, gate, report }: RestParts,
  found: FoundRoute,
  request: IncomingMessage,
  url: URL,
): Promise<Reply> {
  const operation = `${found.route.method} ${found.route.path}`;
  try {
    const body = await readJson(request);
    const identity = identify(world, request.headers.authorization);
    report(gate?.checkRequest(operation, { query: url.searchParams, body }) ?? []);
    const accept = request.headers.accept ?? '';
    return await found.route.handle({ world, identity, params: found.params, query: url.searchParams, body, accept });
  } catch (cause) {
    return errorReply(cause);
  }
}

/** Answers a REST request; `path` is what follows `/api/v3`, still encoded. */
export async function serveRest(parts: RestParts, request: IncomingMessage, path: string, url: URL): Promise<Reply> {
  const method = request.method ?? 'GET';
  const found = parts.findRoute(method, path);
  if (!found) {
    parts.report([`${method} ${path}: no such route here`]);
    parts.log.add({ method, route: path, status: 404 });
    return { status: 404, body: notFound().body };
  }
  const route = `${method} ${found.route.path}`;
  const failure = parts.failures.take(route);
  const real = failure && !failure.afterwards ? null : await perform(parts, found, request, url);
  if (failure) {
    parts.log.add({ method, route: found.route.path, status: failure.status });
    return {
      status: failure.status,
      body: failure.body ?? { message: 'wanted failure' },
      headers: failure.headers ?? {},
    };
  }
  const reply = withEtag(request, real ?? errorReply(notFound()));
  // validated as it goes over the wire: without undefined fields
  const sent: unknown = reply.body === undefined ? undefined : JSON.parse(JSON.stringify(reply.body));
  // "unchanged" is GitHub's answer to any conditional reading, whether or not a route's description says so
  const wired =
    reply.bytes || reply.status === 304
      ? []
      : parts.gate?.checkResponse(`${found.route.method} ${found.route.path}`, reply.status, sent);
  parts.report(wired ?? []);
  if (reply.status === 500) parts.report([`${route}: ${JSON.stringify(reply.body)}`]);
  parts.log.add({ method, route: found.route.path, status: reply.status });
  return reply;
}
