import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import { verify } from '@octokit/webhooks-methods';
import { z } from 'zod';
import { startLocalGitHub, type LocalGitHub } from '#local/github/start-local-github.ts';
import type { Permissions } from '#local/github/state/installation.ts';
import type { WorkflowJob, WorkflowOutcome } from '#local/github/workflow-runner.ts';

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

const payloadSchema = z.looseObject({
  action: z.string().optional(),
  sender: z.looseObject({ login: z.string() }),
  installation: z.looseObject({ id: z.number() }).optional(),
});

/** A webhook as the app received it. */
export interface ReceivedWebhook {
  /** `issues.opened`, or `push`. */
  readonly name: string;
  readonly guid: string;
  readonly sender: string;
  readonly genuine: boolean;
  readonly payload: z.infer<typeof payloadSchema>;
}

/** The app's side: it keeps what it receives, and can be told to be away. */
async function startReceiver(secret: string) {
  const received: ReceivedWebhook[] = [];
  const mood = { away: false };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void (async () => {
        const text = Buffer.concat(chunks).toString();
        const header = (name: string) => String(request.headers[name] ?? '');
        const payload = payloadSchema.parse(JSON.parse(text));
        const genuine = await verify(secret, text, header('x-hub-signature-256'));
        const name = [header('x-github-event'), ...(payload.action ? [payload.action] : [])].join('.');
        const guid = header('x-github-delivery');
        if (!mood.away) received.push({ name, guid, sender: payload.sender.login, genuine, payload });
        response.writeHead(mood.away ? 503 : 200).end();
      })();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections());
  return { received, mood, url: `http://127.0.0.1:${port}/api/github/webhooks`, close };
}

export interface GitHubStageOptions {
  readonly permissions?: Permissions;
  readonly run?: (job: WorkflowJob) => Promise<WorkflowOutcome>;
}

/** A local GitHub with the app installed on `acme/shop`, and the app's client. */
export interface GitHubStage {
  readonly github: LocalGitHub;
  readonly webhooks: readonly ReceivedWebhook[];
  readonly mood: { away: boolean };
  /** Signs in as the installation. */
  readonly octokit: Octokit;
  /** Signs in as the app, by JWT. */
  readonly appOctokit: Octokit;
  readonly baseUrl: string;
  readonly at: { readonly owner: string; readonly repo: string };
  /** The names of the webhooks told so far; waits until all are delivered. */
  told(): Promise<string[]>;
  token(): Promise<string>;
  close(): Promise<void>;
}

const tokenSchema = z.object({ token: z.string() });
const succeed = (): Promise<WorkflowOutcome> => Promise.resolve({ conclusion: 'success', artifacts: [], log: 'done' });

/** Starts the stage; the clock moves one second at each look, from 2026-11-20 on. */
export async function startGitHubStage(options: GitHubStageOptions = {}): Promise<GitHubStage> {
  const webhookSecret = 'a-secret-of-the-stage';
  const receiver = await startReceiver(webhookSecret);
  const dataDir = await mkdtemp(join(tmpdir(), 'mge-local-github-'));
  let seconds = Date.parse('2026-11-20T10:00:00Z') / 1000;
  const github = await startLocalGitHub({
    dataDir,
    app: {
      id: 4711,
      slug: 'mge',
      privateKey: keys.publicKey,
      webhookSecret,
      webhookUrl: receiver.url,
      ...(options.permissions ? { permissions: options.permissions } : {}),
    },
    runner: { run: options.run ?? succeed },
    clock: { now: () => new Date((seconds += 1) * 1000) },
  });
  github.human.addUser('ada', { id: 7 });
  await github.human.createRepository('acme/shop', {
    files: { 'README.md': '# Shop\n', 'src/a.ts': 'export const a = 1;\n' },
  });
  github.human.setPermission('acme/shop', 'ada', 'write');
  const baseUrl = `${github.url}/api/v3`;
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const auth = { appId: 4711, privateKey: keys.privateKey };
  const appOctokit = new Octokit({ authStrategy: createAppAuth, auth, baseUrl, log });
  const { data: installation } = await appOctokit.apps.getRepoInstallation({ owner: 'acme', repo: 'shop' });
  const installed = { ...auth, installationId: installation.id };
  const octokit = new Octokit({ authStrategy: createAppAuth, auth: installed, baseUrl, log });
  return {
    github,
    webhooks: receiver.received,
    mood: receiver.mood,
    octokit,
    appOctokit,
    baseUrl,
    at: { owner: 'acme', repo: 'shop' },
    told: async () => {
      await github.settled();
      return receiver.received.map(({ name }) => name);
    },
    token: async () => {
      const { data } = await appOctokit.apps.createInstallationAccessToken({ installation_id: installation.id });
      return tokenSchema.parse(data).token;
    },
    close: async () => {
      await github.close();
      await receiver.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
