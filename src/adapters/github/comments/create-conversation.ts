import type { Conversation } from '#ports/github/conversation.ts';
import { absentAsNull } from '#adapters/github/errors/absent-as-null.ts';
import { addReaction } from '#adapters/github/comments/add-reaction.ts';
import { createCommentWriter } from '#adapters/github/comments/create-comment-writer.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';
import { listHumanComments } from '#adapters/github/comments/list-human-comments.ts';
import { replyInThread } from '#adapters/github/pull-requests/reply-in-thread.ts';

/** Comments and reactions over Octokit. */
export function createConversation(context: GitHubContext): Conversation {
  const comments = createCommentWriter(context);
  return {
    upsertComment: (repository, number, marker, body, pace) => comments.upsert(repository, number, marker, body, pace),
    reply: (repository, place, marker, body) =>
      place.kind === 'thread'
        ? replyInThread(context, repository, place, marker, body)
        : comments.createOnce(repository, place.number, marker, body),
    react: (repository, place, reaction) => addReaction(context, repository, place, reaction),
    async readComment(repository, commentId) {
      const { rest } = clientFor(context, repository);
      const answer = await absentAsNull(rest.issues.getComment({ ...locate(repository), comment_id: commentId }));
      return answer === null ? null : { id: commentId, body: answer.data.body ?? '' };
    },
    listHumanComments: (repository, number) => listHumanComments(context, repository, number),
  };
}
