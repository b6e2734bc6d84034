import { z } from 'zod';
import { defineHandler } from '#app/delivery.ts';
import { InstalledRepositories, namesOf } from '#app/payload/installed-repositories.ts';

const InstallationRepositoriesPayload = z.object({
  action: z.string(),
  installation: z.object({ id: z.number() }),
  repositories_added: InstalledRepositories.nullish(),
});

/** More repositories for an installation that is there: they are looked at, too. */
export const handleInstallationRepositories = defineHandler(
  'installation_repositories',
  InstallationRepositoriesPayload,
  async ({ action, installation, repositories_added: added }, _delivery, app) => {
    if (action === 'added') await app.askSetup(installation.id, namesOf(added ?? []));
    return [];
  },
);
