import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGitHub, type GitHub } from '#adapters/github/create-github.ts';
import {
  createInstallationClients,
  type InstallationClients,
} from '#adapters/github/client/create-installation-clients.ts';
import { readAppIdentity } from '#adapters/github/client/read-app-identity.ts';
import type { Repository } from '#domain/run/repository.ts';
import { startLocalGitHub, type LocalGitHub } from '#local/github/start-local-github.ts';
import type { WorkflowJob, WorkflowOutcome } from '#local/github/workflow-runner.ts';
import { freeRequestBudget } from '#test/support/free-request-budget.ts';
import { privateKey, publicKey } from '#test/support/app-keys.ts';

export const APP = { id: 4711, slug: 'mge' };
export const SECRET = 'a webhook secret';
const NOWHERE = 'http://127.0.0.1:9/api/github/webhooks';

export interface AdapterStage extends GitHub {
  readonly local: LocalGitHub;
  readonly clients: InstallationClients;
  readonly repository: Repository;
  /** The adapters of another process: nothing remembered. */
  anotherProcess(): GitHub;
  /** Requests that create something, since the last look. */
  created(): string[];
  /** Ends the stage; throws when a request, a response or a payload was not as GitHub describes it. */
  close(): Promise<void>;
}

export interface StageOptions {
  readonly files?: Readonly<Record<string, string>>;
  /** Nobody is told when it is left out. */
  readonly webhookUrl?: string;
  readonly run?: (job: WorkflowJob) => Promise<WorkflowOutcome>;
}

/** The adapters against a local GitHub with the app installed on `acme/shop`, where ada may write. */
export async function startAdapters(options: StageOptions = {}): Promise<AdapterStage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mge-adapters-'));
  let seconds = Date.parse('2026-11-20T10:00:00Z') / 1000;
  const clock = { now: () => new Date((seconds += 1) * 1000) };
  const succeed = (): Promise<WorkflowOutcome> => Promise.resolve({ conclusion: 'success', artifacts: [], log: '' });
  const local = await startLocalGitHub({
    dataDir,
    app: { ...APP, privateKey: publicKey, webhookSecret: SECRET, webhookUrl: options.webhookUrl ?? NOWHERE },
    runner: { run: options.run ?? succeed },
    clock,
  });
  if (options.webhookUrl === undefined) local.deliveries.pause();
  local.human.addUser('ada', { id: 7 });
  const id = await local.human.createRepository('acme/shop', { files: options.files ?? { 'README.md': '# Shop\n' } });
  local.human.setPermission('acme/shop', 'ada', 'write');
  const connect = (): InstallationClients =>
    createInstallationClients({
      appId: APP.id,
      privateKey,
      baseUrl: `${local.url}/api/v3`,
      throttle: false,
      clock,
      budget: freeRequestBudget,
    });
  const clients = connect();
  const { data } = await clients.app.rest.apps.getRepoInstallation({ owner: 'acme', repo: 'shop' });
  const app = await readAppIdentity(clients);
  let looked = local.requests().length;
  return {
    ...createGitHub({ clients, app, clock }),
    local,
    clients,
    repository: { id, owner: 'acme', name: 'shop', installationId: data.id, defaultBranch: 'main' },
    anotherProcess: () => createGitHub({ clients: connect(), app, clock }),
    created() {
      const records = local.requests().slice(looked);
      looked = local.requests().length;
      return records.filter(({ creating }) => creating).map(({ method, route }) => `${method} ${route}`);
    },
    async close() {
      await local.close();
      await rm(dataDir, { recursive: true, force: true });
      const findings = local.gateFindings();
      if (findings.length > 0) throw new Error(`not as GitHub describes it:\n${findings.join('\n')}`);
    },
  };
}
