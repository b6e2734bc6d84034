import { z } from 'zod';

/** What a symbol promises; shown to reviewers and put into regeneration prompts. */
export const Contract = z.object({
  symbol: z.string().describe('the exported name, Class.method for methods'),
  preconditions: z.array(z.string()),
  postconditions: z.array(z.string()),
  examples: z.array(z.string()),
  effects: z.array(z.string()).describe('I/O it may do: file, console, clock, random, network; empty when pure'),
});
export type Contract = z.infer<typeof Contract>;

/** The complete files and tests that the model writes for one task. */
export const Draft = z.object({
  files: z.array(z.object({ path: z.string(), content: z.string() })),
  tests: z.array(
    z.object({
      path: z.string(),
      kind: z.enum(['unit', 'integration']),
      content: z.string(),
      covers: z.array(z.string()),
    }),
  ),
  contracts: z.array(Contract),
  notes: z.string(),
});
export type Draft = z.infer<typeof Draft>;
