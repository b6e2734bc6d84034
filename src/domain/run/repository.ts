import { z } from 'zod';

/** A repository that MGE is installed on. */
export const Repository = z.object({
  /** GitHub's number of it, which stays when it is renamed or transferred; runs of before have none. */
  id: z.number().optional(),
  owner: z.string(),
  name: z.string(),
  installationId: z.number(),
  defaultBranch: z.string(),
});
export type Repository = z.infer<typeof Repository>;

/** Whether two names are one repository's: by its number where both are known, for a name can pass on to another. */
export function isSameRepository(one: Repository, other: Repository): boolean {
  return one.id === undefined || other.id === undefined ? isSameName(one, other) : one.id === other.id;
}

export function isSameName(one: Repository, other: Repository): boolean {
  return one.owner === other.owner && one.name === other.name;
}

/** The issue that a team labelled, as untrusted text. */
export const SpecIssue = z.object({ number: z.number(), title: z.string(), body: z.string(), author: z.string() });
export type SpecIssue = z.infer<typeof SpecIssue>;
