import { requireBuild } from '#domain/build/require-build.ts';
import type { Perform } from '#domain/run/perform.ts';
import { versionsOf, type VersionDependencies } from '#engine/review/symbol-versions.ts';
import type { Conversation } from '#ports/github/conversation.ts';
import { renderOrderAnswer, type OrderedPiece } from '#wording/review/render-order-answer.ts';

export interface AnswerOrderDependencies extends VersionDependencies {
  readonly conversation: Conversation;
}

/** Tells a person where they asked, on the pull request or the issue, what came of the pieces that they named. */
export function createAnswerOrder(dependencies: AnswerOrderDependencies): Perform<'answer-order'> {
  return async (run, effect) => {
    const build = requireBuild(run);
    const pieces: OrderedPiece[] = [];
    for (const id of effect.symbols) {
      const state = build.symbols[id] ?? null;
      const passed = state?.progress === 'validated' || state?.progress === 'unproved';
      const texts = passed ? await versionsOf(run, build, id, dependencies) : null;
      pieces.push({ id, state, onBranch: state !== null && state.level < build.committedLevels, texts });
    }
    await dependencies.conversation.reply(run.repository, effect.place, effect.key, renderOrderAnswer(pieces));
    return { type: 'effect-done', effect: effect.key };
  };
}
