import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Comment = z.object({
  author: z.string(),
  body: z.string(),
  reactions: z.array(z.object({ content: z.string() })),
});
const Issue = z.object({
  number: z.number(),
  title: z.string(),
  author: z.string(),
  body: z.string(),
  comments: z.array(Comment),
});
const LineThread = z.object({
  path: z.string(),
  line: z.number().nullable(),
  originalLine: z.number().nullable(),
  isResolved: z.boolean(),
  comments: z.array(Comment),
});
const Pull = Issue.extend({
  reviews: z.array(z.object({ author: z.string(), state: z.string(), body: z.string(), threads: z.array(LineThread) })),
});

/** What people wrote and read in a run: enough for a page that shows it. */
export const KeptConversation = z.object({
  /** The issue as it last stood in each stage. */
  moments: z.record(z.string(), Issue),
  issue: Issue,
  setup: Pull,
  pull: Pull,
  commits: z.array(z.string()),
});
export type KeptConversation = z.infer<typeof KeptConversation>;
export type KeptComment = z.infer<typeof Comment>;
export type KeptThread = z.infer<typeof LineThread>;

export const CONVERSATION_FILE = 'conversation.json';

/** Keeps a run's conversation beside its repository. */
export async function keepConversation(folder: string, conversation: unknown): Promise<void> {
  await writeFile(join(folder, CONVERSATION_FILE), JSON.stringify(KeptConversation.parse(conversation)));
}
