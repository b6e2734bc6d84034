import { z } from 'zod';

/** What discovery settles: requirements, the domain model (DDD) and the tech stack. */
export const Requirements = z.object({
  summary: z.string(),
  requirements: z.array(z.object({ id: z.string().describe('R1, R2, …'), text: z.string(), acceptance: z.string() })),
  contexts: z.array(
    z.object({
      name: z.string(),
      purpose: z.string(),
      entities: z.array(z.object({ name: z.string(), description: z.string(), invariants: z.array(z.string()) })),
    }),
  ),
  stack: z.object({
    language: z.string(),
    runtime: z.string(),
    testRunner: z.string(),
    packages: z.array(z.string()),
    reason: z.string(),
  }),
  outOfScope: z.array(z.string()),
});
export type Requirements = z.infer<typeof Requirements>;
