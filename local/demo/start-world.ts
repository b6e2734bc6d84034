import { generateKeyPair, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DemoOptions } from '#local/demo/options.ts';
import { entryOf, startChild, type Child } from '#local/demo/start-child.ts';
import { findFreePort } from '#local/demo/find-free-port.ts';
import { startMge } from '#local/demo/start-mge.ts';
import type { Scenario } from '#local/demo/scenario.ts';
import { startLocalGitHub, type LocalGitHub } from '#local/github/start-local-github.ts';
import { buildServer } from '#scripts/build-server.ts';
import { sharedGate } from '#local/openapi/shared-gate.ts';
import { createLocalRunner } from '#local/runner/create-local-runner.ts';

/** Everything that the demo runs on: the local GitHub in this process, Claude and MGE in processes of their own. */
export interface DemoWorld {
  readonly github: LocalGitHub;
  readonly claudeUrl: string;
  stop(): Promise<void>;
}

export interface WorldRequest {
  readonly folder: string;
  readonly options: DemoOptions;
  readonly scenario: Scenario;
  /** Every log line of MGE, as JSON. */
  readonly onLog: (line: string) => void;
  readonly onJobLine: (line: string) => void;
}

const app = { id: 4711, slug: 'mge-local' };

export async function startWorld(request: WorldRequest): Promise<DemoWorld> {
  const { folder, options, onJobLine, onLog } = request;
  const webhookSecret = randomBytes(16).toString('hex');
  const port = await findFreePort();
  const runner = createLocalRunner({
    workDir: join(folder, 'runner'),
    sandbox: options.unsafeNoSandbox ? 'unsafe' : 'auto',
    onLine: onJobLine,
  });
  const webhookUrl = `http://127.0.0.1:${port}/api/github/webhooks`;
  const [{ privateKey }] = await Promise.all([
    promisify(generateKeyPair)('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    }),
    buildServer(),
  ]);
  const github = await startLocalGitHub({
    dataDir: join(folder, 'github'),
    app: { ...app, privateKey, webhookSecret, webhookUrl },
    runner,
  });
  const claudePort = await findFreePort();
  const scripted = options.live ? null : `http://127.0.0.1:${claudePort}`;
  const starting = Promise.all([
    startMge({ appId: app.id, folder, onLog, github, port, privateKey, webhookSecret, claude: scripted }),
    options.live ? null : startClaude(request, claudePort),
  ]);
  // GitHub's descriptions are compiled while these two are busy with themselves.
  sharedGate().compileAll();
  const [mge, claude] = await starting;
  return {
    github,
    claudeUrl: scripted ?? process.env['ANTHROPIC_BASE_URL'] ?? 'https://api.anthropic.com',
    stop: async () => {
      await mge.stop();
      await claude?.stop();
      await github.close();
    },
  };
}

function startClaude({ scenario, options, onLog }: WorldRequest, port: number): Promise<Child> {
  return startChild({
    entry: entryOf('#local/claude/main.ts'),
    args: ['--script', scenario.script, '--port', String(port), '--pace', String(options.pace)],
    env: {},
    readyWith: (line) => /"url":"([^"]+)"/.exec(line)?.[1] ?? null,
    onLine: (line, from) => {
      if (from === 'stderr') onLog(line);
    },
  });
}
