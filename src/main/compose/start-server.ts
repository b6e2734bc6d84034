import { pino } from 'pino';
import { Probot, Server } from 'probot';
import { createIsOwnApp } from '#app/is-own-app.ts';
import { registerApp } from '#app/register-app.ts';
import { answerHealth } from '#main/compose/answer-health.ts';
import type { Platform } from '#main/compose/open-platform.ts';
import type { Environment } from '#main/environment/environment.ts';
import { createLaterQueue, type LaterOptions } from '#orchestrator/enqueue-later.ts';
import { createAskSetup } from '#orchestrator/set-up-repositories.ts';
import { createSubmitEvent } from '#orchestrator/submit-event.ts';

/** At most fifty ticks a second come of webhooks: answers go before the work. */
const PACE = { atOnce: 10, leastMs: 200 };

/** Takes webhooks: verified by Probot, saved, answered; the work is done by workers. Also `/health` and `/metrics`. */
export async function startServer(
  platform: Platform,
  environment: Environment,
  pace: Pick<LaterOptions, 'atOnce' | 'leastMs'> = PACE,
): Promise<{ close(): Promise<void> }> {
  const { store, queue, identity, telemetry } = platform;
  const log = pino({ level: 'warn', name: 'probot' }, pino.destination(2));
  const server = new Server({
    host: environment.HOST,
    port: environment.PORT,
    log,
    Probot: Probot.defaults({
      appId: environment.APP_ID,
      privateKey: environment.PRIVATE_KEY,
      secret: environment.WEBHOOK_SECRET,
      log,
    }),
  });
  const later = createLaterQueue(queue, { telemetry, ...pace });
  const app = registerApp({
    submitEvent: createSubmitEvent({ runStore: store.runStore, queue: later }),
    askSetup: createAskSetup({ setups: store.setups, queue }),
    runStore: store.runStore,
    isOwnApp: createIsOwnApp(identity),
    telemetry,
  });
  server.addHandler(answerHealth({ telemetry, runStore: store.runStore }));
  await server.load(app);
  const http = await server.start();
  // Longer than who sends keeps an idle connection: else it may be closed just as the next delivery is sent on it.
  http.keepAliveTimeout = 75_000;
  return {
    async close() {
      await server.stop();
      await later.close();
    },
  };
}
