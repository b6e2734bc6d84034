import { z } from 'zod';
import type { Permission, Permissions } from '#ports/github/permissions.ts';
import { absentAsNull } from '#adapters/github/errors/absent-as-null.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';

const Role = z.enum(['admin', 'maintain', 'write', 'triage', 'read', 'none']);

/** Permissions as GitHub tells them at this moment; nothing is kept, since they may be withdrawn. */
export function createPermissions(context: GitHubContext): Permissions {
  return {
    async of(repository, login): Promise<Permission> {
      const { rest } = clientFor(context, repository);
      const answer = await absentAsNull(
        rest.repos.getCollaboratorPermissionLevel({ ...locate(repository), username: login }),
      );
      if (answer === null) return 'none';
      // `role_name` is finer, but may be an organisation's own role; `permission` is then what it amounts to.
      const role = Role.safeParse(answer.data.role_name);
      return role.success ? role.data : Role.catch('none').parse(answer.data.permission);
    },
  };
}
