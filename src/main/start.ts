import { openPlatform } from '#main/compose/open-platform.ts';
import { endWithReason, runUntilTold } from '#main/compose/run-until-told.ts';
import { startServer } from '#main/compose/start-server.ts';
import { startWork } from '#main/compose/start-work.ts';
import { loadEnvFile } from '#main/environment/load-env-file.ts';
import { readEnvironment } from '#main/environment/environment.ts';
import { isRegistered, startRegistration } from '#main/registration/start-registration.ts';

/** Server and worker in one process; without an app's credentials, the page that registers the app. */
async function start(): Promise<void> {
  loadEnvFile();
  if (!isRegistered(process.env)) return startRegistration();
  const environment = readEnvironment(process.env);
  const platform = await openPlatform(environment);
  const worker = await startWork(platform, environment);
  const server = await startServer(platform, environment);
  runUntilTold(platform.telemetry, [() => server.close(), () => worker.close(), () => platform.close()]);
  platform.telemetry.info('MGE is ready', { port: environment.PORT, app: platform.identity.slug });
}

start().catch(endWithReason);
