import { z } from 'zod';
import { Failure } from '#domain/failure/failure.ts';

/** Something that went wrong on the way. */
export const TrailEntry = z.object({
  at: z.string(),
  what: z.string(),
  failure: Failure,
  /** It only could not show something: no reason to show the run anew, which would fail in the same way. */
  display: z.boolean().optional(),
});
export type TrailEntry = z.infer<typeof TrailEntry>;
