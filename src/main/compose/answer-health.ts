import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RunStore } from '#ports/run-store.ts';

export interface HealthDependencies {
  readonly telemetry: { metricsText(): Promise<string> };
  readonly runStore: Pick<RunStore, 'unfinished'>;
}

/** Answers `/health` (the store is asked, so that a green answer means something) and `/metrics` (Prometheus). */
export function answerHealth({ telemetry, runStore }: HealthDependencies) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = request.url?.split('?')[0];
    if (request.method !== 'GET') return false;
    if (path === '/metrics') {
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(await telemetry.metricsText());
      return true;
    }
    if (path !== '/health') return false;
    const runs = await runStore.unfinished().catch(() => null);
    const body = runs === null ? { status: 'store unavailable' } : { status: 'ok', runs: runs.length };
    response.writeHead(runs === null ? 503 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    return true;
  };
}
