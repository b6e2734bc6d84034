import type { Run } from '#domain/run/run.ts';
import type { TrailEntry } from '#domain/run/trail-entry.ts';
import type { ReportSources } from '#wording/report/render-report.ts';
import { withSymbol } from '#test/support/build-steps.ts';
import { ROUND, SPLIT, threadedWorld } from '#test/support/reviewed-world.ts';

export const sources: Omit<ReportSources, 'run'> = {
  spending: {
    usd: 1.5,
    calls: 9,
    byStage: { draft: { usd: 1, calls: 2, tokens: 9000 }, regenerate: { usd: 0.5, calls: 7, tokens: 5000 } },
  },
  requests: { requests: 140, creating: 52 },
  now: new Date('2026-11-21T09:30:00.000Z'),
};

/** Something that went wrong on the way. */
export function wentWrong(change: { message?: string; what?: string; nextStep?: string } = {}): TrailEntry {
  const { message = 'Claude is overloaded', what = 'draft-task', nextStep = 'I try again by myself.' } = change;
  const failure = { code: 'model-overloaded', message, nextStep, retry: 'retry' as const };
  return { at: '2026-11-21T09:05:00.000Z', what, failure };
}

/** A reviewed run: a person edited one symbol, another has nobody's answer, and something went wrong on the way. */
export async function reportedRun(): Promise<Run> {
  const { run } = await threadedWorld();
  const thread = run.review?.threads[ROUND];
  if (run.review === null || thread === undefined) throw new Error('the sample has a thread');
  const settled = { ...thread, state: 'settled' as const, decision: 'edited' as const, by: 'grace' };
  return {
    ...withSymbol(run, ROUND, { progress: 'validated', decision: 'edited' }),
    stage: 'reporting',
    review: { ...run.review, threads: { ...run.review.threads, [ROUND]: settled } },
    trail: [wentWrong()],
  };
}

/** The same run, both of its threads settled in the given ways. */
export async function decidedRun(
  decisions: readonly ('approved' | 'edited' | 'regenerated')[],
  feedback = '',
  by: string | null = 'grace',
): Promise<Run> {
  const run = await reportedRun();
  const threads = run.review?.threads ?? {};
  return [ROUND, SPLIT].reduce((each, id, index) => {
    const decision = decisions[index] ?? null;
    const thread = threads[id];
    if (thread === undefined || each.review === null) return each;
    const state = decision === null ? ('open' as const) : ('settled' as const);
    const review = {
      ...each.review,
      threads: { ...each.review.threads, [id]: { ...thread, state, decision, by, feedback } },
    };
    return { ...withSymbol(each, id, { decision }), review };
  }, run);
}
