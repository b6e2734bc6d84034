import { z } from 'zod';
import type { RepositoryName } from '#domain/setup/repository-setup.ts';

/** Repositories as the installation events list them: `owner/name`, and neither owner nor default branch by itself. */
export const InstalledRepositories = z.array(z.object({ full_name: z.string().regex(/^[^/]+\/[^/]+$/u) }));
export type InstalledRepositories = z.infer<typeof InstalledRepositories>;

export function namesOf(repositories: InstalledRepositories): RepositoryName[] {
  return repositories.map(({ full_name: fullName }) => {
    const [owner = '', name = ''] = fullName.split('/');
    return { owner, name };
  });
}
