import { z } from 'zod';

/** Where a comment was written: on the spec issue, on the pull request, in a review thread (named by its first comment), or in a review's own text. */
export const Place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('issue'), number: z.number(), commentId: z.number() }),
  z.object({ kind: z.literal('pull-request'), number: z.number(), commentId: z.number() }),
  z.object({ kind: z.literal('thread'), number: z.number(), commentId: z.number(), rootId: z.number() }),
  /** The text of a review: `commentId` is the review's id, `nodeId` its global id (only GraphQL can react to a review). */
  z.object({ kind: z.literal('review'), number: z.number(), commentId: z.number(), nodeId: z.string() }),
]);
export type Place = z.infer<typeof Place>;

/** A parsed `/mge` command. */
export const Command = z.discriminatedUnion('name', [
  z.object({ name: z.literal('help') }),
  z.object({ name: z.literal('status') }),
  z.object({ name: z.literal('answer'), text: z.string() }),
  z.object({ name: z.literal('defaults') }),
  z.object({ name: z.literal('approve') }),
  z.object({ name: z.literal('revise'), feedback: z.string() }),
  z.object({ name: z.literal('regenerate'), atoms: z.array(z.string()), feedback: z.string() }),
  z.object({ name: z.literal('pause') }),
  z.object({ name: z.literal('resume') }),
  z.object({ name: z.literal('retry') }),
  z.object({ name: z.literal('budget'), usd: z.number().positive() }),
  z.object({ name: z.literal('report') }),
  z.object({ name: z.literal('cancel') }),
  z.object({ name: z.literal('setup') }),
]);
export type Command = z.infer<typeof Command>;
export type CommandName = Command['name'];

/** Every command, in the order of the help. */
export const commandNames: readonly CommandName[] = Command.options.map((option) => option.shape.name.value);
