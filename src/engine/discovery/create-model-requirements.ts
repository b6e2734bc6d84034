import { Requirements } from '#domain/discovery/requirements.ts';
import { askAgain, retriesOf } from '#domain/prompt/ask-again.ts';
import type { Perform } from '#domain/run/perform.ts';
import { modelRequirementsSystem, modelRequirementsUser } from '#engine/discovery/model-requirements-prompt.ts';
import { questionsMarker } from '#wording/discovery/questions-marker.ts';
import { readAuthorComments } from '#engine/discovery/read-author-comments.ts';
import { readOverview } from '#engine/discovery/read-overview.ts';
import { renderRequirements } from '#wording/discovery/render-requirements.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { Conversation } from '#ports/github/conversation.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';
import type { LanguageModel } from '#ports/language-model.ts';

export interface ModelRequirementsDependencies {
  readonly model: LanguageModel;
  readonly blobs: BlobStore;
  readonly sourceTree: SourceTree;
  readonly conversation: Conversation;
}

const MAX_TOKENS = 32_000;
const ATTEMPTS = 2;

/**
 * Makes requirements, domain model and tech stack of the spec and the answers; the sticky comment of questions becomes
 * the summary. `requirements` of the event is the blob hash of a `Requirements`. Throws what the model port throws.
 */
export function createModelRequirements(deps: ModelRequirementsDependencies): Perform<'model-requirements'> {
  return async (run, { key }) => {
    const overview = await readOverview(deps.sourceTree, run.repository);
    const comments = await readAuthorComments(deps.conversation, run);
    const { value } = await askAgain(ATTEMPTS * (1 + retriesOf(key)), (attempt) =>
      deps.model.complete({
        run: run.id,
        stage: 'requirements',
        subject: 'spec',
        attempt,
        choice: run.settings.models.discovery,
        system: modelRequirementsSystem(),
        user: modelRequirementsUser({ run, attempt, overview, comments }),
        answer: Requirements,
        maxTokens: MAX_TOKENS * Math.min(attempt, 2),
        budgetUsd: run.budgetUsd,
      }),
    );
    const requirements = await deps.blobs.put(JSON.stringify(value));
    const body = renderRequirements(value, run.discovery);
    await deps.conversation.upsertComment(run.repository, run.issue.number, questionsMarker(run), body);
    return { type: 'requirements-modelled', requirements, summary: value.summary };
  };
}
