import type { GitHub } from '#adapters/github/create-github.ts';
import { createDraftQuestions } from '#engine/discovery/create-draft-questions.ts';
import { createModelRequirements } from '#engine/discovery/create-model-requirements.ts';
import { createPostQuestions } from '#engine/discovery/create-post-questions.ts';
import { createDraftTask } from '#engine/drafting/create-draft-task.ts';
import { createAbsorbPush } from '#engine/execution/committing/create-absorb-push.ts';
import { createAnalyseProject } from '#engine/execution/laying-out/create-analyse-project.ts';
import { createCollectBatch } from '#engine/execution/judging/create-collect-batch.ts';
import { createCommitLevels } from '#engine/execution/committing/create-commit-levels.ts';
import { createCommitSymbols } from '#engine/execution/committing/create-commit-symbols.ts';
import { createDispatchBatch } from '#engine/execution/judging/create-dispatch-batch.ts';
import { createRegenerateAtom } from '#engine/execution/regenerating/create-regenerate-atom.ts';
import { createDraftPlan } from '#engine/masterplan/create-draft-plan.ts';
import { createPostPlan } from '#engine/masterplan/create-post-plan.ts';
import { createCheckSetup } from '#engine/onboarding/create-check-setup.ts';
import { createAuthorizeSender } from '#engine/preparation/create-authorize-sender.ts';
import { createCheckLabel } from '#engine/preparation/create-check-label.ts';
import { createPrepare } from '#engine/preparation/create-prepare.ts';
import { createOpenPullRequest } from '#engine/report/create-open-pull-request.ts';
import { createPublishReport } from '#engine/report/create-publish-report.ts';
import { createRetrievePatterns } from '#engine/retrieval/create-retrieve-patterns.ts';
import { createAnswerOrder } from '#engine/review/create-answer-order.ts';
import { createAnswerThread } from '#engine/review/create-answer-thread.ts';
import { createLearn } from '#engine/review/create-learn.ts';
import { createPlaceRemarks } from '#engine/review/create-place-remarks.ts';
import { createPostReview } from '#engine/review/create-post-review.ts';
import { createPublishStatus } from '#engine/status/create-publish-status.ts';
import type { Analysis } from '#main/compose/create-analysis.ts';
import { createDraftChecks } from '#main/compose/create-draft-checks.ts';
import { createAcknowledgements } from '#engine/conversation/create-acknowledgements.ts';
import type { EffectTable } from '#orchestrator/effect-table.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { Clock } from '#ports/clock.ts';
import type { LanguageModel } from '#ports/language-model.ts';
import type { RequestBudget } from '#ports/github/request-budget.ts';
import type { PatternStore } from '#ports/pattern-store.ts';
import type { Ledger } from '#ports/ledger.ts';

export interface Surroundings extends GitHub {
  readonly model: LanguageModel;
  readonly blobs: BlobStore;
  readonly ledger: Ledger;
  readonly patterns: PatternStore;
  readonly requestBudget: Pick<RequestBudget, 'countOf'>;
  readonly clock: Clock;
  readonly analysis: Analysis;
  /** The text of the workflow that onboarding commits. */
  readonly renderWorkflow: () => string;
}

/** Which stage performs which effect: one row an effect. */
export function createEffectTable(surroundings: Surroundings): EffectTable {
  const { analysis, conversation } = surroundings;
  const deps = {
    ...surroundings,
    analyse: analysis.analyse,
    packContext: analysis.packContext,
    syntax: analysis.syntax,
    languageOf: (path: string) => analysis.syntax.languageOf(path),
  };
  const outline = async (file: { path: string; text: string }) => (await analysis.atomize(file)).symbols;
  return {
    ...createAcknowledgements({ conversation }),
    'authorize-sender': createAuthorizeSender(deps),
    'check-label': createCheckLabel(deps),
    prepare: createPrepare(deps),
    'draft-questions': createDraftQuestions(deps),
    'post-questions': createPostQuestions(deps),
    'model-requirements': createModelRequirements(deps),
    'retrieve-patterns': createRetrievePatterns({ ...deps, outline }),
    'draft-plan': createDraftPlan(deps),
    'post-plan': createPostPlan(deps),
    'check-setup': createCheckSetup(deps),
    'draft-task': createDraftTask({ ...deps, ...createDraftChecks(analysis) }),
    'analyse-project': createAnalyseProject(deps),
    'dispatch-batch': createDispatchBatch(deps),
    'collect-batch': createCollectBatch(deps),
    'regenerate-atom': createRegenerateAtom(deps),
    'commit-levels': createCommitLevels(deps),
    'commit-symbols': createCommitSymbols(deps),
    'open-pull-request': createOpenPullRequest(deps),
    'post-review': createPostReview(deps),
    'place-remarks': createPlaceRemarks(deps),
    'answer-thread': createAnswerThread(deps),
    'answer-order': createAnswerOrder(deps),
    'absorb-push': createAbsorbPush(deps),
    'publish-status': createPublishStatus(deps),
    learn: createLearn(deps),
    'publish-report': createPublishReport(deps),
  };
}
