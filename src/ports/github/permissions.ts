import type { Repository } from '#domain/run/repository.ts';

export type Permission = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

/** Who may do what, asked live: never from a payload's author association. */
export interface Permissions {
  of(repository: Repository, login: string): Promise<Permission>;
}
