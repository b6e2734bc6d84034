import { z } from 'zod';

/** Finished tasks that are analysed and judged while others of the plan are still drafted. */
export const Ahead = z.object({
  /** How often the drafts that were there have been analysed, or are now. */
  part: z.number(),
  analysing: z.boolean(),
  /** Those in the build. */
  tasks: z.array(z.string()),
});
