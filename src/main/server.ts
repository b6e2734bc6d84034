import { openPlatform } from '#main/compose/open-platform.ts';
import { endWithReason, runUntilTold } from '#main/compose/run-until-told.ts';
import { startServer } from '#main/compose/start-server.ts';
import { loadEnvFile } from '#main/environment/load-env-file.ts';
import { readEnvironment } from '#main/environment/environment.ts';

/** Webhooks only; any number of these, with any number of workers, on one PostgreSQL and one Redis. */
async function start(): Promise<void> {
  loadEnvFile();
  const environment = readEnvironment(process.env);
  const platform = await openPlatform(environment);
  const server = await startServer(platform, environment);
  runUntilTold(platform.telemetry, [() => server.close(), () => platform.queue.close(), () => platform.close()]);
  platform.telemetry.info('MGE is ready', { port: environment.PORT, app: platform.identity.slug, takes: 'webhooks' });
}

start().catch(endWithReason);
