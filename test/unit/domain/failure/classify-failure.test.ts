import { describe, expect, it } from 'vitest';
import { classifyFailure } from '#domain/failure/classify-failure.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import { redact } from '#domain/failure/redact.ts';

describe('a failure, as people see it', () => {
  it('keeps the code, retry class and time of an MgeError', () => {
    const until = new Date(1000);
    const error = new MgeError('Busy.', { code: 'github-rate-limited', retry: 'wait-until', nextStep: 'Wait.', until });
    expect(classifyFailure(error)).toEqual({
      failure: { code: 'github-rate-limited', message: 'Busy.', nextStep: 'Wait.', retry: 'wait-until' },
      until,
    });
  });

  it('takes any other error for a fault of MGE, worth another try', () => {
    const { failure } = classifyFailure(new TypeError('x is undefined at /srv/mge/src/main.ts'));
    expect(failure).toMatchObject({ code: 'internal', retry: 'retry' });
    expect(failure.message).toContain('TypeError: x is undefined');
    expect(failure.message).not.toContain('/srv');
    expect(classifyFailure('a text').failure.code).toBe('internal');
  });

  it.each([
    ['postgres://mge:hunter2@db/mge', 'hunter2'],
    ['Authorization: Bearer abcdefgh12345678', 'abcdefgh12345678'],
    ['x-api-key=abc123secret', 'abc123secret'],
    ['{"password":"hunter2"}', 'hunter2'],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----', 'MIIE'],
    [`sk-ant-${'x'.repeat(20)}`, 'sk-ant-x'],
    ['ENOENT: /home/someone/app/x.pem', '/home/someone'],
  ])('hides what is private in %j', (text, secret) => {
    expect(redact(`before ${text} after`)).not.toContain(secret);
    expect(redact(`before ${text} after`)).toMatch(/^before /);
  });

  it('leaves plain words and repository paths alone, and keeps to its length', () => {
    const text =
      'src/money/split.ts: the sum of the shares is 99, not 100 (see https://github.com/acme/ledger/issues/1)';
    expect(redact(text)).toBe(text);
    expect(redact('x'.repeat(5000), 100)).toHaveLength(100);
  });
});
