import type { IncomingMessage } from 'node:http';
import { ApiError } from '#local/claude/api-error.ts';

const LIMIT = 32 * 1024 * 1024;

/** The JSON body of a request. Throws `ApiError` when it is too large or not JSON. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LIMIT) throw new ApiError('request_too_large', 'Request exceeds the maximum size');
    chunks.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new ApiError('invalid_request_error', 'The request body is not valid JSON');
  }
}
