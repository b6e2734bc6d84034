import type { FailedCheck } from '#domain/build/symbol-state.ts';
import { Draft } from '#domain/draft/draft.ts';
import { badAnswer } from '#domain/prompt/ask-again.ts';
import type { Perform } from '#domain/run/perform.ts';
import { choiceForAttempt } from '#domain/settings/choice-for-attempt.ts';
import { checkDraft, type DraftChecks } from '#engine/drafting/check-draft.ts';
import { draftTaskSystem, draftTaskUser, type DraftTaskMaterial } from '#engine/drafting/draft-task-prompt.ts';
import { gatherTaskMaterial } from '#engine/drafting/gather-task-material.ts';
import { rejectAnswer } from '#engine/drafting/reject-draft.ts';
import { tidyDraft } from '#engine/drafting/tidy-draft.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';
import type { LanguageModel } from '#ports/language-model.ts';

export interface DraftTaskDependencies extends DraftChecks {
  readonly model: LanguageModel;
  readonly blobs: BlobStore;
  readonly sourceTree: SourceTree;
}

const MAX_TOKENS = 32_000;

/**
 * Lets the model write one task and checks the draft before anything is built on it. Answers `task-drafted` with the draft's
 * blob hash, or `task-draft-rejected` with the evidence: also for an answer that was cut off, refused or unreadable. Throws
 * what the model port throws otherwise (rate limits, budget, connection).
 */
export function createDraftTask(deps: DraftTaskDependencies): Perform<'draft-task'> {
  return async (run, effect) => {
    const { task, attempt } = effect;
    const material = await gatherTaskMaterial(deps, run, effect);
    const answer = await ask(deps.model, material);
    if (!answer.ok) return { type: 'task-draft-rejected', task, attempt, failure: answer.failure, draft: null };
    const draft = tidyDraft(answer.draft, material.current);
    const rules = { task: material.task, protectedPaths: run.settings.protected_paths, current: material.current };
    const failure = await checkDraft(deps, draft, rules);
    const blob = await deps.blobs.put(JSON.stringify(draft));
    return failure === null
      ? { type: 'task-drafted', task, attempt, draft: blob }
      : { type: 'task-draft-rejected', task, attempt, failure, draft: blob };
  };
}

type Asked = { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly failure: FailedCheck };

async function ask(model: LanguageModel, material: DraftTaskMaterial): Promise<Asked> {
  const { run, task, attempt, failure } = material;
  try {
    const { value } = await model.complete({
      run: run.id,
      stage: 'draft',
      subject: task.id,
      attempt,
      choice: choiceForAttempt(run.settings, attempt),
      system: draftTaskSystem(),
      user: draftTaskUser(material),
      answer: Draft,
      maxTokens: failure?.check === 'truncated' ? MAX_TOKENS * 2 : MAX_TOKENS,
      budgetUsd: run.budgetUsd,
      unhurried: run.settings.economy === 'batch',
    });
    return { ok: true, draft: value };
  } catch (error) {
    const bad = badAnswer(error);
    const rejected = bad === null ? null : rejectAnswer(bad);
    if (rejected === null) throw error;
    return { ok: false, failure: rejected };
  }
}
