import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactSecrets } from '#domain/failure/redact-secrets.ts';

const letters = (count: number): string => 'aB3dE6gH9k'.repeat(Math.ceil(count / 10)).slice(0, count);

/** Put together here, so that no scanner takes this file for a leak. */
const secrets: readonly (readonly [string, string])[] = [
  ['GitHub installation token', `ghs_${letters(36)}`],
  ['GitHub personal token', `ghp_${letters(36)}`],
  ['GitHub fine-grained token', `github_pat_${letters(22)}_${letters(59)}`],
  ['Anthropic key', `sk-ant-api03-${letters(40)}-${letters(40)}`],
  ['OpenAI key', `sk-${letters(48)}`],
  ['npm token', `npm_${letters(36)}`],
  ['Slack token', `xoxb-${letters(12)}-${letters(12)}`],
  ['AWS key id', `AKIA${'ABCDEFGH23456789'}`],
  ['Google key', `AIza${letters(35)}`],
  ['JSON web token', `eyJ${letters(20)}.eyJ${letters(40)}.${letters(43)}`],
  ['private key', `-----BEGIN RSA PRIVATE KEY-----\n${letters(64)}\n-----END RSA PRIVATE KEY-----`],
  ['private key that is cut off', `-----BEGIN PRIVATE KEY-----\n${letters(64)}`],
];

describe('redactSecrets', () => {
  it.each(secrets)('takes out a %s', (_, secret) => {
    const shown = redactSecrets(`The cause was ${secret}`);
    expect(shown).toBe('The cause was [redacted]');
  });

  it('takes out what the words before it name, and keeps the words', () => {
    expect(redactSecrets(`aws_secret_access_key = ${letters(40)}`)).toBe('aws_secret_access_key = [redacted]');
    expect(redactSecrets('Authorization: Bearer abcdef123456')).toBe('Authorization: Bearer [redacted]');
    expect(redactSecrets('postgres://mge:hunter2@db:5432/mge')).toBe('postgres://mge:[redacted]@db:5432/mge');
  });

  it('takes out the secrets of this installation, wherever they stand', () => {
    expect(redactSecrets('got s3cret-hook! back', ['s3cret-hook!'])).toBe('got [redacted] back');
    expect(redactSecrets('a short one stays', ['a'])).toBe('a short one stays');
  });

  it('leaves code, addresses and commits as they are', () => {
    const text = [
      'const token = readToken(source.slice(sk-1));',
      'class="sk-loading-indicator-very-long-name"',
      'https://github.com/acme/shop/commit/0123456789abcdef0123456789abcdef01234567',
      'http://127.0.0.1:8080/a:b and mail ann@example.org',
      '-----BEGIN CERTIFICATE-----',
    ].join('\n');
    expect(redactSecrets(text)).toBe(text);
  });

  it('lets no secret through, whatever stands around it, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...secrets), fc.string(), (before, [, secret], after) => {
        const shown = redactSecrets(`${before} ${secret} ${after}`);
        expect(shown).not.toContain(secret);
        expect(redactSecrets(shown)).toBe(shown);
      }),
    );
  });
});
