import { z } from 'zod';
import { Place } from '#domain/command/command.ts';

/** Pieces that a person named outside of their review threads (`/mge regenerate split.allocate …`), and where to tell what came of it. */
export const Order = z.object({
  key: z.string().describe('of the event that brought it'),
  place: Place,
  symbols: z.array(z.string()),
});
export type Order = z.infer<typeof Order>;
