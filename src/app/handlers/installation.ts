import { z } from 'zod';
import { defineHandler } from '#app/delivery.ts';
import { InstalledRepositories, namesOf } from '#app/payload/installed-repositories.ts';

const InstallationPayload = z.object({
  action: z.string(),
  installation: z.object({ id: z.number(), account: z.object({ login: z.string() }).nullish() }),
  repositories: InstalledRepositories.nullish(),
  sender: z.object({ login: z.string() }).nullish(),
});

/**
 * Installed: its repositories are looked at. Suspended, removed: told in the log; runs notice by themselves when they may no
 * longer write. Let in again, they go on.
 */
export const handleInstallation = defineHandler('installation', InstallationPayload, async (payload, delivery, app) => {
  const { action, installation, sender, repositories } = payload;
  app.telemetry.info('installation changed', {
    action,
    delivery: delivery.id,
    installation: installation.id,
    account: installation.account?.login ?? null,
    sender: sender?.login ?? null,
  });
  if (action === 'created') await app.askSetup(installation.id, namesOf(repositories ?? []));
  // While it was suspended, nothing could be done, nor be told: what waits for it goes on now.
  if (action !== 'unsuspend') return [];
  const waiting = await app.runStore.unfinishedOf({ installationId: installation.id });
  return waiting.map((runId) => ({
    runId,
    key: `${delivery.id}/${runId}`,
    event: { type: 'access-restored' } as const,
  }));
});
