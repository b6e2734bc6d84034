import { z } from 'zod';
import { normalizeQuestions } from '#domain/discovery/normalize-questions.ts';
import { Question } from '#domain/discovery/question.ts';
import { askAgain, retriesOf } from '#domain/prompt/ask-again.ts';
import type { Perform } from '#domain/run/perform.ts';
import { draftQuestionsSystem, draftQuestionsUser } from '#engine/discovery/draft-questions-prompt.ts';
import { readAuthorComments } from '#engine/discovery/read-author-comments.ts';
import { readOverview } from '#engine/discovery/read-overview.ts';
import type { Conversation } from '#ports/github/conversation.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';
import type { LanguageModel } from '#ports/language-model.ts';

export interface DraftQuestionsDependencies {
  readonly model: LanguageModel;
  readonly sourceTree: SourceTree;
  readonly conversation: Conversation;
}

const Questions = z.object({ questions: z.array(Question) });
const MAX_TOKENS = 16_000;
const ATTEMPTS = 2;

/** Asks the model what the spec leaves open; answers at most five questions, or none. Throws what the model port throws. */
export function createDraftQuestions(deps: DraftQuestionsDependencies): Perform<'draft-questions'> {
  return async (run, { key, round }) => {
    const overview = await readOverview(deps.sourceTree, run.repository);
    const comments = await readAuthorComments(deps.conversation, run);
    const { value } = await askAgain(ATTEMPTS * (1 + retriesOf(key)), (attempt) =>
      deps.model.complete({
        run: run.id,
        stage: 'discovery',
        subject: `round-${round}`,
        attempt,
        choice: run.settings.models.discovery,
        system: draftQuestionsSystem(),
        user: draftQuestionsUser({ run, round, attempt, overview, comments }),
        answer: Questions,
        maxTokens: MAX_TOKENS * Math.min(attempt, 2),
        budgetUsd: run.budgetUsd,
      }),
    );
    const asked = [
      ...run.discovery.questions.map(({ id }) => id),
      ...run.discovery.answers.map(({ question }) => question),
    ];
    return { type: 'questions-drafted', round, questions: normalizeQuestions(value.questions, asked) };
  };
}
