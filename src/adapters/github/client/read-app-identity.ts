import { MgeError } from '#domain/failure/mge-error.ts';
import type { InstallationClients } from '#adapters/github/client/create-installation-clients.ts';
import type { AppIdentity } from '#adapters/github/client/github-context.ts';

/** Asks GitHub which app the private key belongs to; also proves at the start that the key works. */
export async function readAppIdentity(clients: InstallationClients): Promise<AppIdentity> {
  const { data } = await clients.app.rest.apps.getAuthenticated();
  if (data?.slug === undefined) {
    throw new MgeError('GitHub names no app for this private key', {
      code: 'configuration-invalid',
      retry: 'give-up',
      nextStep: 'Check APP_ID and PRIVATE_KEY.',
    });
  }
  return { id: data.id, slug: data.slug };
}
