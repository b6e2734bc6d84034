import type { Run } from '#domain/run/run.ts';
import type { Conversation } from '#ports/github/conversation.ts';

const MOST_COMMENTS = 20;

/**
 * What the spec's author, and whoever put the label on it, said below the issue: the only comments that reach a prompt.
 * Commands are left out.
 */
export async function readAuthorComments(conversation: Conversation, run: Run): Promise<string[]> {
  const comments = await conversation.listHumanComments(run.repository, run.issue.number);
  return comments
    .filter(({ author }) => author === run.issue.author || author === run.startedBy)
    .map(({ body }) => body)
    .filter((body) => !/^\s*\/mge\b/mu.test(body))
    .slice(-MOST_COMMENTS);
}
