import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChild, type Child } from '#local/demo/start-child.ts';
import type { LocalGitHub } from '#local/github/start-local-github.ts';

export interface MgeRequest {
  readonly appId: number;
  readonly folder: string;
  readonly onLog: (line: string) => void;
  readonly github: LocalGitHub;
  readonly port: number;
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** Where the scripted Claude listens; null: the real one is asked. */
  readonly claude: string | null;
}

/** Starts MGE as `npm start` does, from what was built before, with the local GitHub's address in its environment. */
export async function startMge(request: MgeRequest): Promise<Child> {
  const { folder, onLog } = request;
  return startChild({
    entry: fileURLToPath(new URL('../../dist/start.js', import.meta.url)),
    env: {
      APP_ID: String(request.appId),
      PRIVATE_KEY: request.privateKey,
      WEBHOOK_SECRET: request.webhookSecret,
      HOST: '127.0.0.1',
      PORT: String(request.port),
      GHE_HOST: request.github.host,
      GHE_PROTOCOL: 'http',
      MGE_GITHUB_PACE: 'off',
      MGE_DATA: join(folder, 'mge'),
      MGE_RECONCILE_SECONDS: '5',
      ANTHROPIC_API_KEY: request.claude === null ? (process.env['ANTHROPIC_API_KEY'] ?? '') : 'scripted',
      ...claudeUrl(request.claude),
    },
    readyWith: (line) => (line.includes('"MGE is ready"') ? line : null),
    onLine: (line) => onLog(line),
  });
}

function claudeUrl(scripted: string | null): Record<string, string> {
  const url = scripted ?? process.env['ANTHROPIC_BASE_URL'];
  return url === undefined ? {} : { ANTHROPIC_BASE_URL: url };
}
