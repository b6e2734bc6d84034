import { z } from 'zod';

/** What happens instead of the right answer. */
export const Deviation = z.discriminatedUnion('kind', [
  /** A draft in which the files of a folder replace the right ones. */
  z.strictObject({ kind: z.literal('overlay'), folder: z.string() }),
  /** A regeneration with the text of a file. */
  z.strictObject({ kind: z.literal('text'), file: z.string(), explanation: z.string() }),
  /** Another JSON answer. */
  z.strictObject({ kind: z.literal('json'), file: z.string() }),
  /** Words instead of JSON, as an endpoint without structured output may answer. */
  z.strictObject({ kind: z.literal('prose'), text: z.string() }),
  z.strictObject({ kind: z.literal('truncated') }),
  z.strictObject({ kind: z.literal('refusal') }),
  z.strictObject({ kind: z.literal('rate-limited'), retryAfter: z.number() }),
  z.strictObject({ kind: z.literal('overloaded') }),
  /** The line breaks in the middle of the answer. */
  z.strictObject({ kind: z.literal('cut') }),
]);
export type Deviation = z.infer<typeof Deviation>;

/**
 * When an answer deviates: at a stage and subject, and if given at one attempt, for prompts that contain a text, or only
 * so many times. The first rule that fits is taken.
 */
export const Rule = z.strictObject({
  stage: z.string(),
  subject: z.string(),
  attempt: z.number().optional(),
  contains: z.string().optional(),
  times: z.number().optional(),
  give: Deviation,
});
export type Rule = z.infer<typeof Rule>;

/** `script.json` of a script's folder. */
export const Script = z.strictObject({ about: z.string(), rules: z.array(Rule) });
export type Script = z.infer<typeof Script>;
