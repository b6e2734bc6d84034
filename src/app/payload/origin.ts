import { z } from 'zod';
import type { Repository } from '#domain/run/repository.ts';

const Account = z.object({ login: z.string(), type: z.string().optional() });

/** What every webhook of a repository carries. */
export const originFields = {
  action: z.string(),
  repository: z.object({
    id: z.number().optional(),
    owner: z.object({ login: z.string() }),
    name: z.string(),
    default_branch: z.string(),
  }),
  /** Missing where a webhook was set up by hand: MGE could not answer there. */
  installation: z.object({ id: z.number() }),
  sender: Account,
};

const Origin = z.object(originFields);
type Origin = z.infer<typeof Origin>;

export function repositoryOf({ repository, installation }: Origin): Repository {
  return {
    ...(repository.id === undefined ? {} : { id: repository.id }),
    owner: repository.owner.login,
    name: repository.name,
    installationId: installation.id,
    defaultBranch: repository.default_branch,
  };
}

/** The id of the run that an issue would have. */
export function runIdOf(repository: Repository, issue: number): string {
  return `${repository.owner}/${repository.name}#${issue}`;
}

/** Accounts of apps never steer a run, whoever they are. */
export function isAutomation(sender: { readonly type?: string | undefined }): boolean {
  return sender.type === 'Bot';
}
