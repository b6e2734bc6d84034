import type { ServerResponse } from 'node:http';
import type { Reply } from '#local/github/http/route.ts';

/** The headers by which clients pace themselves; the local GitHub never runs out. */
const pacing = {
  'x-ratelimit-limit': '5000',
  'x-ratelimit-remaining': '4999',
  'x-ratelimit-reset': '4102444800',
  'x-ratelimit-used': '1',
  'x-ratelimit-resource': 'core',
  'x-github-media-type': 'github.v3; format=json',
  'x-github-api-version-selected': '2022-11-28',
} as const;

/** Writes a reply out. */
export function sendReply(response: ServerResponse, reply: Reply): void {
  const content = reply.bytes
    ? Buffer.from(reply.bytes.content)
    : reply.body === undefined
      ? null
      : JSON.stringify(reply.body);
  const type = reply.bytes?.type ?? 'application/json; charset=utf-8';
  response.writeHead(reply.status, {
    ...pacing,
    ...(content === null ? {} : { 'content-type': type, 'content-length': String(Buffer.byteLength(content)) }),
    ...reply.headers,
  });
  response.end(content ?? undefined);
}
