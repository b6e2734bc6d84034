import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAppIdentity } from '#adapters/github/client/read-app-identity.ts';
import { nockGitHub, type NockedGitHub } from '#test/unit/adapters/github/nocked-github.ts';

describe('the clients of installations', () => {
  let github: NockedGitHub;

  beforeEach(() => {
    github = nockGitHub();
  });

  afterEach(() => github.leave());

  const read = async (): Promise<number> =>
    (await github.clients.of(5).rest.repos.get({ owner: 'acme', repo: 'shop' })).status;
  const awaitRead = (token: string, status = 200): void => {
    github.api.get('/repos/acme/shop').matchHeader('authorization', `token ${token}`).reply(status, {});
  };

  it('take one token for all requests, however many wait for it', async () => {
    github.grantToken('one');
    for (let count = 0; count < 3; count++) awaitRead('one');
    expect(await Promise.all([read(), read(), read()])).toEqual([200, 200, 200]);
  });

  it('take a new token shortly before the old one expires', async () => {
    github.grantToken('one');
    awaitRead('one');
    awaitRead('one');
    await read();
    github.pass(54);
    await read();
    github.pass(2);
    github.grantToken('two');
    awaitRead('two');
    awaitRead('two');
    expect(await Promise.all([read(), read()])).toEqual([200, 200]);
  });

  it('try once more with a fresh token when one is refused', async () => {
    github.grantToken('one');
    awaitRead('one', 401);
    github.grantToken('two');
    awaitRead('two');
    expect(await read()).toBe(200);
  });

  it('give up when the fresh token is refused, too', async () => {
    github.grantToken('one');
    awaitRead('one', 401);
    github.grantToken('two');
    awaitRead('two', 401);
    await expect(read()).rejects.toMatchObject({ code: 'github-forbidden', retry: 'ask-human' });
  });

  it('ask for a token again after asking failed', async () => {
    github.api.post('/app/installations/5/access_tokens').reply(503);
    await expect(read()).rejects.toMatchObject({ code: 'github-unavailable' });
    github.grantToken('one');
    awaitRead('one');
    expect(await read()).toBe(200);
  });

  it('say when to try again, and do not wait themselves', async () => {
    github.grantToken('one');
    github.api.get('/repos/acme/shop').reply(403, { message: 'secondary rate limit' }, { 'retry-after': '90' });
    await expect(read()).rejects.toMatchObject({
      code: 'github-rate-limited',
      retry: 'wait-until',
      until: new Date('2026-11-20T10:01:30Z'),
    });
  });

  it('tell a broken connection as something to try again', async () => {
    github.grantToken('one');
    github.api.get('/repos/acme/shop').replyWithError('connection reset');
    await expect(read()).rejects.toMatchObject({ code: 'github-unavailable', retry: 'retry' });
  });

  it('show no token in an error', async () => {
    github.grantToken(`ghs_${'aB3'.repeat(12)}`);
    github.api.get('/repos/acme/shop').reply(422, { message: 'no' });
    const error: unknown = await read().catch((thrown: unknown) => thrown);
    expect(JSON.stringify([error, error instanceof Error ? error.cause : null])).not.toContain('ghs_');
  });

  it('know the app that the key belongs to', async () => {
    github.api
      .get('/app')
      .matchHeader('authorization', /^bearer ey/)
      .reply(200, { id: 77, slug: 'mge' });
    expect(await readAppIdentity(github.clients)).toEqual({ id: 77, slug: 'mge' });
    github.api.get('/app').reply(200, 'null', { 'content-type': 'application/json' });
    await expect(readAppIdentity(github.clients)).rejects.toMatchObject({ code: 'configuration-invalid' });
  });
});
