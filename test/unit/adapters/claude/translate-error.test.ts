import { AnthropicError, APIConnectionError, APIConnectionTimeoutError, APIError } from '@anthropic-ai/sdk';
import { describe, expect, it } from 'vitest';
import { translateError } from '#adapters/claude/translate-error.ts';
import { MgeError } from '#domain/failure/mge-error.ts';

const now = new Date('2026-11-21T09:00:00Z');

function apiError(status: number, type: string, headers: Record<string, string> = {}): unknown {
  const body = { type: 'error', error: { type, message: 'sk-ant-secret in a message' } };
  return APIError.generate(status, body, undefined, new Headers(headers));
}

function translated(cause: unknown): MgeError {
  const error = translateError(cause, now);
  if (!(error instanceof MgeError)) throw new Error('not translated');
  return error;
}

describe('what an error of the model service means', () => {
  it.each([
    [400, 'invalid_request_error', 'model-request-rejected', 'ask-human'],
    [401, 'authentication_error', 'model-request-rejected', 'ask-human'],
    [403, 'permission_error', 'model-request-rejected', 'ask-human'],
    [404, 'not_found_error', 'model-request-rejected', 'ask-human'],
    [413, 'request_too_large', 'model-request-rejected', 'ask-human'],
    [408, 'timeout_error', 'model-unavailable', 'retry'],
    [429, 'rate_limit_error', 'model-rate-limited', 'wait-until'],
    [500, 'api_error', 'model-unavailable', 'retry'],
    [503, 'api_error', 'model-unavailable', 'retry'],
    [529, 'overloaded_error', 'model-overloaded', 'retry'],
  ])('%i %s is %s: %s', (status, type, code, retry) => {
    expect(translated(apiError(status, type))).toMatchObject({ code, retry });
  });

  it('knows an overload that comes in the middle of a stream, without a status', () => {
    const body = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } };
    const cause = new APIError(undefined, body, undefined, undefined, 'overloaded_error');
    expect(translated(cause)).toMatchObject({ code: 'model-overloaded', retry: 'retry' });
  });

  it('takes a broken or slow line for a service that is away', () => {
    for (const cause of [
      new APIConnectionError({ message: 'reset' }),
      new APIConnectionTimeoutError(),
      new Error('the stream ended'),
    ]) {
      expect(translated(cause)).toMatchObject({ code: 'model-unavailable', retry: 'retry' });
    }
  });

  it('says so when what answers there is not Claude', () => {
    const error = translated(new AnthropicError('request ended without sending any chunks'));
    expect(error).toMatchObject({ code: 'model-unavailable', retry: 'retry' });
    expect(error.nextStep).toContain('ANTHROPIC_BASE_URL');
  });

  it('says with which status the service failed or refused, so that its operator knows where to look', () => {
    expect(translated(apiError(503, 'api_error')).message).toBe('Claude’s service failed (503)');
    expect(translated(apiError(404, 'not_found_error')).message).toContain('(404 not found)');
  });

  it('never repeats what the service said, but keeps it as the cause', () => {
    const cause = apiError(401, 'authentication_error');
    const error = translated(cause);
    expect(`${error.message} ${error.nextStep}`).not.toContain('sk-ant');
    expect(error.cause).toBe(cause);
  });

  it.each([
    [{ 'retry-after': '12' }, '2026-11-21T09:00:12.000Z'],
    [{ 'retry-after': 'Sat, 21 Nov 2026 09:02:00 GMT' }, '2026-11-21T09:02:00.000Z'],
    [{ 'retry-after': 'Sat, 21 Nov 2020 09:02:00 GMT' }, '2026-11-21T09:00:00.000Z'],
    [{}, '2026-11-21T09:00:30.000Z'],
    [{ 'retry-after': 'soon' }, '2026-11-21T09:00:30.000Z'],
  ])('waits after a rate limit as long as %o says', (headers, until) => {
    const error = translated(apiError(429, 'rate_limit_error', { ...headers }));
    expect(error.until?.toISOString()).toBe(until);
  });
});
