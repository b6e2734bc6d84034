import { z } from 'zod';

/** Price (US dollars) and duration (minutes) that a plan is expected to take, as ranges. */
export const Estimate = z.object({
  atoms: z.number(),
  usdLow: z.number(),
  usdHigh: z.number(),
  minutesLow: z.number(),
  minutesHigh: z.number(),
});
export type Estimate = z.infer<typeof Estimate>;
