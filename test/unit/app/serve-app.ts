import { once } from 'node:events';
import { createServer } from 'node:http';
import { pino } from 'pino';
import { createNodeMiddleware, createProbot } from 'probot';
import { z } from 'zod';
import type { AppDependencies } from '#app/delivery.ts';
import { registerApp } from '#app/register-app.ts';
import { privateKey } from '#test/support/app-keys.ts';

const WEBHOOKS = '/api/github/webhooks';

export interface ServedApp {
  /** Where webhooks go. */
  readonly url: string;
  close(): Promise<void>;
}

/** The app behind Probot's own server code, as in production, on a port of its own. */
export async function serveApp(app: AppDependencies, secret: string): Promise<ServedApp> {
  const probot = createProbot({ overrides: { appId: 77, privateKey, secret, log: pino({ level: 'silent' }) } });
  const middleware = await createNodeMiddleware(registerApp(app), { probot, webhooksPath: WEBHOOKS });
  const server = createServer((request, response) => void middleware(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}${WEBHOOKS}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
