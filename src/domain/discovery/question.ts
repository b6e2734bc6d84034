import { z } from 'zod';

/** One question of discovery, with its options and the answer that MGE recommends. */
export const Question = z.object({
  id: z.string().describe('Q1, Q2, … unique over all rounds'),
  question: z.string(),
  why: z.string().describe('what changes with the answer, one sentence'),
  options: z.array(z.object({ key: z.string().describe('A, B, C …'), text: z.string() })).describe('two to four'),
  recommended: z.string().describe('the key of the recommended option'),
});
export type Question = z.infer<typeof Question>;

/** A settled answer: an option's key, or free text, and who gave it (`default` when nobody objected). */
export const Answer = z.object({
  question: z.string(),
  option: z.string().nullable(),
  text: z.string(),
  by: z.string(),
});
export type Answer = z.infer<typeof Answer>;
