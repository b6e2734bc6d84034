import { createHash } from 'node:crypto';
import { suspendedError } from '#local/github/http/github-error.ts';
import type { Installation, InstallationToken, Permissions } from '#local/github/state/installation.ts';
import { fullNameOf, type Repository } from '#local/github/state/repository.ts';
import { nextId } from '#local/github/state/state.ts';
import type { World } from '#local/github/world.ts';

const lifetime = 60 * 60 * 1000;

/** Makes an installation token, valid for an hour of wall time (clients compare it with their own clock); 403 where suspended. */
export function issueToken(
  world: World,
  installation: Installation,
  permissions: Permissions | undefined,
  repositories: readonly Repository[] | null,
): InstallationToken {
  if (installation.suspendedAt !== null) throw suspendedError();
  const secret = createHash('sha256')
    .update(`${world.app.webhookSecret}/${nextId(world.state)}`)
    .digest('hex');
  const token: InstallationToken = {
    token: `ghs_${secret.slice(0, 36)}`,
    installationId: installation.id,
    permissions: { metadata: 'read', ...(permissions ?? world.app.permissions) },
    repositories: repositories?.map(fullNameOf) ?? null,
    expiresAt: Date.now() + lifetime,
  };
  world.state.tokens.push(token);
  return token;
}
