import type { IncomingMessage } from 'node:http';
import { GitHubError } from '#local/github/http/github-error.ts';

const largest = 64 * 1024 * 1024;

/** The bytes of a request's body; 413 beyond 64 MiB. */
async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > largest) throw new GitHubError(413, 'Payload Too Large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A request's JSON; undefined without a body, 400 when it is no JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString());
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new GitHubError(400, 'Problems parsing JSON');
    throw cause;
  }
}
