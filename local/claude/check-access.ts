import type { IncomingHttpHeaders } from 'node:http';
import { ApiError } from '#local/claude/api-error.ts';

/**
 * Takes a key as `Authorization: Bearer` (the SDK since 1.0) or as `x-api-key`. Any key will do but none, and but one that
 * says it is invalid. Throws `ApiError`.
 */
export function checkAccess(headers: IncomingHttpHeaders): void {
  const key = /^Bearer (.+)$/u.exec(headers.authorization ?? '')?.[1] ?? headers['x-api-key'] ?? '';
  if (key === '') throw new ApiError('authentication_error', 'an API key is required');
  if (key.includes('invalid')) throw new ApiError('authentication_error', 'invalid API key');
  if (typeof headers['anthropic-version'] !== 'string') {
    throw new ApiError('invalid_request_error', 'anthropic-version: header is required');
  }
}
