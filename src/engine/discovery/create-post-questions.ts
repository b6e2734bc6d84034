import type { Perform } from '#domain/run/perform.ts';
import { questionsMarker } from '#wording/discovery/questions-marker.ts';
import { renderQuestions } from '#wording/discovery/render-questions.ts';
import type { Conversation } from '#ports/github/conversation.ts';

/** Shows the open questions in one sticky comment of the run. */
export function createPostQuestions(deps: { readonly conversation: Conversation }): Perform<'post-questions'> {
  return async (run, { key }) => {
    const body = renderQuestions(run.discovery);
    await deps.conversation.upsertComment(run.repository, run.issue.number, questionsMarker(run), body);
    return { type: 'effect-done', effect: key };
  };
}
