import { describe, expect, it } from 'vitest';
import { MgeError } from '#domain/failure/mge-error.ts';
import { translateError } from '#adapters/github/errors/translate-error.ts';
import { translateGraphqlError } from '#adapters/github/errors/translate-graphql-error.ts';

const now = new Date('2026-11-20T10:00:00Z');
const after = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);

function httpError(status: number, headers: Record<string, string> = {}, data: unknown = {}): unknown {
  const request = { method: 'POST', url: 'https://api.github.com/repos/acme/shop/issues?secret=1' };
  return Object.assign(new Error('Said by GitHub'), { status, request, response: { headers, data } });
}

describe('translateError', () => {
  it.each([
    [400, 'github-rejected', 'give-up'],
    [401, 'github-forbidden', 'ask-human'],
    [403, 'github-forbidden', 'ask-human'],
    [404, 'github-not-found', 'give-up'],
    [409, 'github-conflict', 'retry'],
    [410, 'github-not-found', 'give-up'],
    [422, 'github-rejected', 'give-up'],
    [429, 'github-rate-limited', 'wait-until'],
    [500, 'github-unavailable', 'retry'],
    [503, 'github-unavailable', 'retry'],
  ])('%i is %s, %s', (status, code, retry) => {
    const error = translateError(httpError(status), now);
    expect(error).toMatchObject({ code, retry });
    expect(error.message).toMatch(
      new RegExp(`^[A-Z].*: Said by GitHub \\(${status} to POST /repos/acme/shop/issues\\)$`, 'u'),
    );
  });

  it('waits as long as GitHub says, for primary and secondary limits', () => {
    const waits = (headers: Record<string, string>, data?: unknown, status = 403): Date | null =>
      translateError(httpError(status, headers, data), now).until;
    expect(waits({ 'retry-after': '17' })).toEqual(after(17));
    const reset = String(now.getTime() / 1000 + 120);
    expect(waits({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset })).toEqual(after(121));
    const documentation_url =
      'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits';
    expect(waits({ 'x-ratelimit-remaining': '4000' }, { documentation_url })).toEqual(after(60));
    expect(waits({}, {}, 429)).toEqual(after(60));
  });

  it('tells a request without an answer apart', () => {
    const failed = Object.assign(new Error('fetch failed'), { status: 500, request: { method: 'GET', url: 'x' } });
    for (const error of [failed, new TypeError('fetch failed'), 'odd', null]) {
      expect(translateError(error, now)).toMatchObject({ code: 'github-unavailable', retry: 'retry', cause: error });
    }
  });

  it('passes on what is translated, and shows no secret', () => {
    const known = new MgeError('known', { code: 'branch-moved', retry: 'ask-human', nextStep: '' });
    expect(translateError(known, now)).toBe(known);
    const leaky = Object.assign(new Error(`bad token ghs_${'aB3'.repeat(12)}`), {
      status: 422,
      response: { headers: {} },
    });
    expect(translateError(leaky, now).message).toBe(
      'GitHub refused what I asked for: bad token [redacted] (422 to a request)',
    );
  });
});

describe('translateGraphqlError', () => {
  const answer = (type: string, headers = {}): unknown =>
    Object.assign(new Error('x'), { errors: [{ type, message: 'Said by GraphQL' }], headers });

  it.each([
    ['NOT_FOUND', 'github-not-found'],
    ['FORBIDDEN', 'github-forbidden'],
    ['UNPROCESSABLE', 'github-rejected'],
  ])('%s is %s', (type, code) => {
    expect(translateGraphqlError(answer(type), now)).toMatchObject({ code });
  });

  it('waits for a limit that came with status 200', () => {
    expect(translateGraphqlError(answer('RATE_LIMITED'), now).until).toEqual(after(60));
    const reset = now.getTime() / 1000 + 30;
    expect(translateGraphqlError(answer('RATE_LIMITED', { 'x-ratelimit-reset': reset }), now).until).toEqual(after(31));
  });

  it('takes errors of the transport as those of REST', () => {
    expect(translateGraphqlError(httpError(502), now)).toMatchObject({ code: 'github-unavailable' });
  });
});
