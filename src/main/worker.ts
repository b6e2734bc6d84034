import { openPlatform } from '#main/compose/open-platform.ts';
import { endWithReason, runUntilTold } from '#main/compose/run-until-told.ts';
import { startWork } from '#main/compose/start-work.ts';
import { loadEnvFile } from '#main/environment/load-env-file.ts';
import { readEnvironment } from '#main/environment/environment.ts';

/** Work only; see server.ts. */
async function start(): Promise<void> {
  loadEnvFile();
  const environment = readEnvironment(process.env);
  const platform = await openPlatform(environment);
  const worker = await startWork(platform, environment);
  runUntilTold(platform.telemetry, [() => worker.close(), () => platform.close()]);
  platform.telemetry.info('MGE is ready', { app: platform.identity.slug, takes: 'work' });
}

start().catch(endWithReason);
