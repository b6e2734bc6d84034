import { z } from 'zod';
import { defineHandler } from '#app/delivery.ts';

const InstallationPayload = z.object({
  action: z.string(),
  installation: z.object({ id: z.number(), account: z.object({ login: z.string() }).nullish() }),
  sender: z.object({ login: z.string() }).nullish(),
});

/** Installed, suspended, removed: told in the log; runs notice by themselves when they may no longer write. Let in again, they go on. */
export const handleInstallation = defineHandler('installation', InstallationPayload, async (payload, delivery, app) => {
  const { action, installation, sender } = payload;
  app.telemetry.info('installation changed', {
    action,
    delivery: delivery.id,
    installation: installation.id,
    account: installation.account?.login ?? null,
    sender: sender?.login ?? null,
  });
  // While it was suspended, nothing could be done, nor be told: what waits for it goes on now.
  if (action !== 'unsuspend') return [];
  const waiting = await app.runStore.unfinishedOf({ installationId: installation.id });
  return waiting.map((runId) => ({
    runId,
    key: `${delivery.id}/${runId}`,
    event: { type: 'access-restored' } as const,
  }));
});
