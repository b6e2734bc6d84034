import { z } from 'zod';

/** A piece of existing code that shows how this repository does something. */
export const Pattern = z.object({
  path: z.string(),
  name: z.string().describe('function, method or class; empty for a whole file'),
  text: z.string(),
  sentBack: z.string().optional().describe('a reviewer sent it back for this reason: a counter-example'),
  score: z.number().describe('0 to 1, against the best one found'),
});
export type Pattern = z.infer<typeof Pattern>;

/** The blob that `patterns-retrieved` names. */
export const Patterns = z.array(Pattern);
