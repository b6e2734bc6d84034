import { z } from 'zod';

/** One question to people: a review thread about one symbol's atom. */
export const ReviewThread = z.object({
  symbol: z.string(),
  atom: z.string(),
  commentId: z.number(),
  state: z.enum(['open', 'regenerating', 'answered', 'settled']),
  decision: z.enum(['approved', 'edited', 'regenerated']).nullable(),
  by: z.string().nullable(),
  feedback: z.string(),
});
export type ReviewThread = z.infer<typeof ReviewThread>;

export const Review = z.object({
  selected: z.array(z.string()),
  threads: z.record(z.string(), ReviewThread),
  posted: z.boolean(),
});
export type Review = z.infer<typeof Review>;
