import type { AnalyseSources } from '#domain/build/analyse-sources.ts';
import type { PackContext } from '#domain/build/pack-context.ts';
import { readProject } from '#domain/build/read-project.ts';
import { requireBuild } from '#domain/build/require-build.ts';
import type { FailedCheck } from '#domain/build/symbol-state.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import { refusal, success, type Result } from '#domain/failure/result.ts';
import type { EffectOf } from '#domain/run/effect.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Perform } from '#domain/run/perform.ts';
import type { Run } from '#domain/run/run.ts';
import { choiceForAttempt } from '#domain/settings/choice-for-attempt.ts';
import { createEvidence } from '#domain/verdict/create-evidence.ts';
import { createCheckCandidate } from '#engine/execution/judging/create-check-candidate.ts';
import { gatherFacts, type RegenerationFacts } from '#engine/execution/regenerating/regeneration-facts.ts';
import {
  RegeneratedAtom,
  regenerationRequest,
  regenerationSystem,
} from '#engine/execution/regenerating/regeneration-prompt.ts';
import { spliceReplacements } from '#engine/execution/regenerating/splice-replacements.ts';
import { unfence } from '#engine/execution/regenerating/unfence.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { LanguageModel, ModelRequest } from '#ports/language-model.ts';

export interface RegenerateAtomDependencies {
  readonly model: LanguageModel;
  readonly blobs: BlobStore;
  readonly analyse: AnalyseSources;
  readonly packContext: PackContext;
}

const MOST_TOKENS = 16_000;

/** Has one atom written anew with the evidence of what failed, and lets it through the static gate. */
export function createRegenerateAtom({
  model,
  blobs,
  analyse,
  packContext,
}: RegenerateAtomDependencies): Perform<'regenerate-atom'> {
  const checkCandidate = createCheckCandidate({ analyse });
  return async (run, effect) => {
    const build = requireBuild(run);
    const project = readProject(await blobs.get(build.analysis));
    const facts = await gatherFacts(run, build, project, effect, { blobs, packContext });
    const { atom, symbol, attempt } = effect;
    const reject = (failure: FailedCheck): RunEvent => ({
      type: 'atom-regeneration-rejected',
      atom,
      symbol,
      attempt,
      failure,
    });
    const answer = await ask(model, requestFor(run, facts, effect));
    if (!answer.ok) return reject(answer.error);
    const text = unfence(answer.value.text);
    if (text.trim() === '') return reject(unanswered('invalid', 'The answer holds no text.', facts.file.path));
    const after = spliceReplacements(facts.file.text, project.atoms, [{ atom, text }]);
    const failure = await checkCandidate(facts, after);
    return failure === null
      ? { type: 'atom-regenerated', atom, symbol, attempt, text: await blobs.put(text) }
      : reject(failure);
  };
}

function requestFor(
  run: Run,
  facts: RegenerationFacts,
  effect: EffectOf<'regenerate-atom'>,
): ModelRequest<RegeneratedAtom> {
  return {
    run: run.id,
    stage: 'regenerate',
    subject: effect.symbol,
    attempt: effect.attempt,
    choice: choiceForAttempt(run.settings, effect.attempt),
    system: regenerationSystem(),
    user: regenerationRequest(facts, effect),
    answer: RegeneratedAtom,
    maxTokens: effect.failure?.check === 'truncated' ? MOST_TOKENS * 2 : MOST_TOKENS,
    budgetUsd: run.budgetUsd,
    // Somebody who sent a piece back waits for the answer.
    unhurried: run.settings.economy === 'batch' && effect.feedback === '',
  };
}

const UNANSWERED: Partial<Record<MgeError['code'], [check: string, message: string]>> = {
  'model-truncated': ['truncated', 'The answer was cut off before its end.'],
  'model-refused': ['refused', 'The model refused to answer.'],
  'model-answer-invalid': ['invalid', 'The answer was not of the asked shape.'],
};

async function ask(
  model: LanguageModel,
  request: ModelRequest<RegeneratedAtom>,
): Promise<Result<RegeneratedAtom, FailedCheck>> {
  try {
    return success((await model.complete(request)).value);
  } catch (error) {
    const known = error instanceof MgeError ? UNANSWERED[error.code] : undefined;
    if (known === undefined) throw error;
    return refusal(unanswered(known[0], known[1], null));
  }
}

function unanswered(check: string, message: string, file: string | null): FailedCheck {
  return createEvidence({ check, message, file });
}
