import type { AnalyseSources } from '#domain/build/analyse-sources.ts';
import { requireBuild } from '#domain/build/require-build.ts';
import type { Perform } from '#domain/run/perform.ts';
import { renderThreadAnswer } from '#wording/review/render-thread-answer.ts';
import { versionsOf } from '#engine/review/symbol-versions.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { Conversation } from '#ports/github/conversation.ts';
import type { PullRequests } from '#ports/github/pull-requests.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

export interface AnswerThreadDependencies {
  readonly blobs: BlobStore;
  readonly sourceTree: SourceTree;
  readonly conversation: Conversation;
  readonly pullRequests: PullRequests;
  readonly analyse: AnalyseSources;
}

/** Tells a reviewer in their thread what came of their decision, and resolves the thread where it is settled. */
export function createAnswerThread(dependencies: AnswerThreadDependencies): Perform<'answer-thread'> {
  const { conversation, pullRequests } = dependencies;
  return async (run, effect) => {
    const { symbol, outcome } = effect;
    const thread = run.review?.threads[symbol];
    const number = run.pullRequest;
    if (thread === undefined || number === null) return { type: 'effect-done', effect: effect.key };
    const build = requireBuild(run);
    const texts = outcome === 'regenerated' ? await versionsOf(run, build, symbol, dependencies) : null;
    const body = renderThreadAnswer({ outcome, thread, texts, state: build.symbols[symbol] ?? null });
    const rootId = thread.commentId;
    await conversation.reply(run.repository, { kind: 'thread', number, commentId: rootId, rootId }, effect.key, body);
    if (outcome === 'approved' || outcome === 'edited')
      await pullRequests.resolveThread(run.repository, number, rootId);
    return { type: 'effect-done', effect: effect.key };
  };
}
