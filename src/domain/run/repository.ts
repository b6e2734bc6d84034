import { z } from 'zod';

/** A repository that MGE is installed on. */
export const Repository = z.object({
  owner: z.string(),
  name: z.string(),
  installationId: z.number(),
  defaultBranch: z.string(),
});
export type Repository = z.infer<typeof Repository>;

/** The issue that a team labelled, as untrusted text. */
export const SpecIssue = z.object({ number: z.number(), title: z.string(), body: z.string(), author: z.string() });
export type SpecIssue = z.infer<typeof SpecIssue>;
