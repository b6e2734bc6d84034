import { z } from 'zod';

/** A failure as it is kept in a run's error trail: redacted, with the next step for a person. */
export const Failure = z.object({
  code: z.string(),
  message: z.string(),
  nextStep: z.string(),
  retry: z.enum(['retry', 'wait-until', 'give-up', 'ask-human']),
});
export type Failure = z.infer<typeof Failure>;
