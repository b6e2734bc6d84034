import { z } from 'zod';

/** A piece of code that people decided about in a review. */
export const Learned = z.object({
  /** `owner/name` */
  repository: z.string(),
  path: z.string(),
  name: z.string(),
  text: z.string(),
  /** `regenerated`: the text that was sent back, a counter-example. */
  outcome: z.enum(['approved', 'edited', 'regenerated']),
  /** What the reviewer said. */
  feedback: z.string(),
});
export type Learned = z.infer<typeof Learned>;

/** What was learned in reviews, kept apart for each installation: nothing of one is ever given to another. */
export interface PatternStore {
  /** Keeps a piece under a key of its run and symbol; the same key again changes nothing. */
  remember(installationId: number, key: string, learned: Learned): Promise<void>;
  /** The newest pieces of an installation, at most `limit`. */
  of(installationId: number, limit: number): Promise<Learned[]>;
}
