import type { Permission, Permissions } from '#ports/github/permissions.ts';
import type { Perform } from '#domain/run/perform.ts';

const MAY_STEER: ReadonlySet<Permission> = new Set(['admin', 'maintain', 'write']);

/** Asks GitHub, now, what the sender of a command may do; only people who can write may steer a run. */
export function createAuthorizeSender(deps: { readonly permissions: Permissions }): Perform<'authorize-sender'> {
  return async (run, { sender, subject }) => {
    const permission = await deps.permissions.of(run.repository, sender);
    return { type: 'sender-authorized', sender, granted: MAY_STEER.has(permission), permission, subject };
  };
}
