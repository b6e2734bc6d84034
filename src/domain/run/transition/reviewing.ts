import { lateSymbols, withSymbols } from '#domain/build/progress.ts';
import type { SymbolState } from '#domain/build/symbol-state.ts';
import type { ReviewThread } from '#domain/review/review.ts';
import type { Effect } from '#domain/run/effect.ts';
import type { Run } from '#domain/run/run.ts';
import { advanceBuild } from '#domain/run/transition/advance-build.ts';
import { andThen, change, unchanged, type Change, type Handler } from '#domain/run/transition/change.ts';
import { startReporting } from '#domain/run/transition/start-review.ts';

export const onReviewPosted: Handler<'review-posted'> = (run, event) => {
  if (run.review === null) return unchanged(run);
  const asked = event.threads.map((thread): [string, ReviewThread] => [
    thread.symbol,
    { ...thread, state: 'open', decision: null, by: null, feedback: '' },
  ]);
  const threads = { ...Object.fromEntries(asked), ...run.review.threads };
  return finishReview({ ...run, review: { ...run.review, threads, posted: true } });
};

/** Ends the review when nobody is waited for any more. */
export function finishReview(run: Run): Change {
  const { review, build } = run;
  if (run.stage !== 'reviewing' || review === null || !review.posted || build === null) return change(run, {});
  const open = Object.values(review.threads).some((thread) => thread.state !== 'settled');
  const working = build.committing || lateSymbols(build).length > 0 || Object.values(build.symbols).some(isUnderWay);
  return open || working ? change(run, {}) : startReporting(run);
}

function isUnderWay(symbol: SymbolState): boolean {
  return symbol.progress === 'candidate' || symbol.progress === 'regenerating';
}

export function withThread(run: Run, symbol: string, patch: Partial<ReviewThread>): Run {
  const thread = run.review?.threads[symbol];
  if (run.review === null || thread === undefined) return run;
  return { ...run, review: { ...run.review, threads: { ...run.review.threads, [symbol]: { ...thread, ...patch } } } };
}

export function answerThread(
  run: Run,
  symbol: string,
  outcome: 'regenerated' | 'edited' | 'approved' | 'failed',
  occasion: string,
): Effect[] {
  const known = run.review?.threads[symbol] !== undefined;
  return known ? [{ type: 'answer-thread', key: `answer-thread/${symbol}/${occasion}`, symbol, outcome }] : [];
}

export const onSymbolsCommitted: Handler<'symbols-committed'> = (run, event, { key }) => {
  if (run.build === null) return unchanged(run);
  const ids = new Set(event.symbols);
  const committed = Object.values(run.build.symbols).filter((symbol) => ids.has(symbol.id));
  const build = withSymbols(
    { ...run.build, head: event.sha, committing: false },
    committed.map((symbol) => ({ ...symbol, uncommitted: false })),
  );
  let next: Run = { ...run, build };
  const effects: Effect[] = [];
  for (const symbol of committed.filter((each) => each.decision === 'regenerated')) {
    effects.push(...answerThread(next, symbol.id, 'regenerated', key));
    // Resolved while the new text was under way: the person agreed before they saw it.
    const resolved = next.review?.threads[symbol.id]?.state === 'settled';
    if (!resolved) next = withThread(next, symbol.id, { state: 'answered' });
  }
  const onward = andThen(advanceBuild(next), finishReview);
  return { run: onward.run, effects: [...effects, ...onward.effects] };
};

/** After a batch: threads whose atom got its verdict are answered; an edit that passed settles its thread. */
export function answerJudgedThreads(run: Run, occasion: string): Change {
  let next = run;
  const effects: Effect[] = [];
  for (const thread of Object.values(run.review?.threads ?? {}).filter((each) => each.state === 'regenerating')) {
    const symbol = run.build?.symbols[thread.symbol];
    if (symbol === undefined || isUnderWay(symbol)) continue;
    if (symbol.progress === 'flagged') {
      effects.push(...answerThread(next, symbol.id, 'failed', occasion));
      next = withThread(next, symbol.id, { state: 'open', decision: null });
    } else if (thread.decision === 'edited') {
      effects.push(...answerThread(next, symbol.id, 'edited', occasion));
      next = withThread(next, symbol.id, { state: 'settled' });
    }
  }
  return { run: next, effects };
}

/** Nobody waits for an answer about a piece that a revised plan took away. */
export function withoutLostThreads(run: Run): Run {
  if (run.review === null || run.build === null) return run;
  const { symbols } = run.build;
  const threads = Object.entries(run.review.threads).filter(([id]) => symbols[id] !== undefined);
  return { ...run, review: { ...run.review, threads: Object.fromEntries(threads) } };
}
