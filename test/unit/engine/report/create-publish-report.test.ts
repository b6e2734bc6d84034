import { describe, expect, it } from 'vitest';
import type { Run } from '#domain/run/run.ts';
import { createOpenPullRequest } from '#engine/report/create-open-pull-request.ts';
import { createPublishReport } from '#engine/report/create-publish-report.ts';
import { renderReport } from '#wording/report/render-report.ts';
import type { Ledger, Spending } from '#ports/ledger.ts';
import { recordingConversation, recordingPullRequests } from '#test/support/build-ports.ts';
import { withAllSymbols, withBuild, withSymbol } from '#test/support/build-steps.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { ROUND, threadedWorld } from '#test/support/reviewed-world.ts';
import { onIssue } from '#test/support/run-samples.ts';
import { sampleRun } from '#test/support/store-samples.ts';

const now = new Date('2026-11-21T09:30:00.000Z');
const spending: Spending = {
  usd: 1.5,
  calls: 9,
  byStage: { draft: { usd: 1, calls: 2, tokens: 9000 }, regenerate: { usd: 0.5, calls: 7, tokens: 5000 } },
};
const ledger: Pick<Ledger, 'spending'> = { spending: () => Promise.resolve(spending) };

/** A reviewed run: one symbol was edited by a person, and something went wrong on the way. */
async function reviewedRun(): Promise<Run> {
  const { run } = await threadedWorld();
  const thread = run.review?.threads[ROUND];
  if (run.review === null || thread === undefined) throw new Error('the sample has a thread');
  const settled = { ...thread, state: 'settled' as const, decision: 'edited' as const, by: 'grace' };
  const failure = {
    code: 'model-overloaded',
    message: 'the model was overloaded',
    nextStep: 'It is tried again.',
    retry: 'retry' as const,
  };
  return {
    ...withSymbol(run, ROUND, { progress: 'validated', decision: 'edited' }),
    stage: 'reporting',
    review: { ...run.review, threads: { ...run.review.threads, [ROUND]: settled } },
    trail: [{ at: '2026-11-21T09:05:00.000Z', what: 'draft-task T2', failure }],
  };
}

const requests = { requests: 140, creating: 52 };

describe('the report', () => {
  it('says plainly when nothing was executed', async () => {
    const run = withBuild(await reviewedRun(), { sandbox: 'none' });
    expect(renderReport({ run, spending, requests, now })).toContain('**No test was executed**');
  });

  it('claims that nothing is open only when every check of every atom passed', async () => {
    const run = withBuild(
      withAllSymbols(await reviewedRun(), { progress: 'validated', checks: { passed: 3, failed: 0, notExecuted: 0 } }),
      {
        suite: { passed: 6, failed: 0, skipped: 0 },
      },
    );
    expect(renderReport({ run, spending, requests, now })).toContain('nothing is left open');
  });

  it('can be asked for before there is a build', () => {
    expect(renderReport({ run: sampleRun(), spending, requests, now })).toContain('$1.50 of at most');
  });
});

describe('publishing', () => {
  function ports() {
    const conversation = recordingConversation();
    const pullRequests = recordingPullRequests();
    const clock = createManualClock(now.toISOString());
    const requestBudget = { countOf: () => Promise.resolve(requests) };
    const deps = { conversation, pullRequests, ledger, requestBudget, clock };
    return { conversation, pullRequests, perform: createPublishReport(deps) };
  }

  it('closes the run with a comment, the pull request’s body, and its being ready', async () => {
    const { conversation, pullRequests, perform } = ports();
    const event = await perform(await reviewedRun(), { type: 'publish-report', key: 'k', place: null });
    expect(event).toEqual({ type: 'report-published' });
    expect(conversation.comments.get('1:report')).toContain('The code is on #2.');
    expect(pullRequests.updates[0]).toMatchObject({ ready: true });
    expect(pullRequests.updates[0]?.body).toContain('Closes #1');
    expect(pullRequests.updates[0]?.body).toContain('Right at the first attempt');
  });

  it('answers where the report was asked for, and changes nothing else', async () => {
    const { conversation, pullRequests, perform } = ports();
    const event = await perform(await reviewedRun(), { type: 'publish-report', key: 'k', place: onIssue });
    expect(event).toEqual({ type: 'effect-done', effect: 'k' });
    expect(conversation.replies).toHaveLength(1);
    expect(conversation.comments.size + pullRequests.updates.length).toBe(0);
  });
});

it('opens the pull request as a draft that says what it does and how to review it', async () => {
  const pullRequests = recordingPullRequests();
  const event = await createOpenPullRequest({ pullRequests })(await reviewedRun(), {
    type: 'open-pull-request',
    key: 'k',
  });
  expect(event).toEqual({ type: 'pull-request-opened', number: 2 });
  const [opened] = pullRequests.opened;
  expect(opened).toMatchObject({
    head: 'mge/1-an-expense-sharing-ledger',
    base: 'main',
    draft: true,
    title: 'An expense-sharing ledger',
  });
  expect(opened?.body).toContain('Splits bills to the cent.');
  expect(opened?.body).toContain('How to review it');
});
