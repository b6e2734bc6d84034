import { once } from 'node:events';
import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { generateKeyPairSync } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createNodeMiddleware, createProbot } from 'probot';
import { expect, test } from 'vitest';
import { startLocalGitHub } from '#local/github/start-local-github.ts';

test('a Probot app that knows only the host and its key works here as on GitHub', async () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const dataDir = await mkdtemp(join(tmpdir(), 'mge-probot-'));
  const github = await startLocalGitHub({
    dataDir,
    app: {
      id: 12,
      slug: 'mge',
      privateKey,
      webhookSecret: 'secret',
      webhookUrl: `http://127.0.0.1:${port}/api/github/webhooks`,
    },
    runner: { run: () => Promise.resolve({ conclusion: 'success', artifacts: [], log: '' }) },
  });
  const env = {
    APP_ID: '12',
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: 'secret',
    GHE_HOST: github.host,
    GHE_PROTOCOL: 'http',
  };
  const probot = createProbot({ env, defaults: { log: pino({ level: 'silent' }) } });
  const app = (given: typeof probot) => {
    given.on('issues.labeled', async (context) => {
      const { data } = await context.octokit.rest.repos.getCollaboratorPermissionLevel({
        ...context.repo(),
        username: context.payload.sender.login,
      });
      await context.octokit.rest.issues.createComment(context.issue({ body: `Seen, ${data.permission}.` }));
    });
  };
  const middleware = await createNodeMiddleware(app, { probot, webhooksPath: '/api/github/webhooks' });
  server.on('request', (request, response) => void middleware(request, response));

  await github.human.createRepository('acme/shop', { files: { 'README.md': '# Shop' } });
  github.human.setPermission('acme/shop', 'ada', 'write');
  const number = github.human.as('ada', 'acme/shop').openIssue({ title: 'A basket', labels: ['spec'] });
  await github.settled();

  expect(github.deliveries.list().map(({ status }) => status)).not.toContain('failed');
  const [comment] = github.human.issueThread('acme/shop', number).comments;
  expect(comment).toMatchObject({ author: 'mge[bot]', body: 'Seen, write.' });
  expect(github.gateFindings()).toEqual([]);
  await github.close();
  server.closeAllConnections();
  server.close();
  await rm(dataDir, { recursive: true });
});
