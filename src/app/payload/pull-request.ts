import { z } from 'zod';

/** The fields of a pull request that MGE uses. */
export const PullRequest = z.object({
  number: z.number().int().positive(),
  merged: z.boolean().nullish(),
  head: z.object({
    ref: z.string(),
    sha: z.string(),
    /** Null when the fork is gone. */
    repo: z.object({ full_name: z.string() }).nullish(),
  }),
  base: z.object({ ref: z.string() }).optional(),
});
export type PullRequest = z.infer<typeof PullRequest>;
