import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiveDelivery } from '#app/receive-delivery.ts';
import { routes } from '#app/register-app.ts';
import { githubExamples } from '#test/unit/app/github-examples.ts';
import { mutate } from '#test/unit/app/mutate.ts';
import {
  exampleRun,
  recordingApp,
  type ExampleRun,
  type RecordingApp,
  repository,
} from '#test/unit/app/recording-app.ts';
import {
  commentCreated,
  issue,
  origin,
  planComment,
  planEdited,
  pullRequest,
  workflowCompleted,
} from '#test/unit/app/webhook-payloads.ts';

const examples = githubExamples();
const handled = examples.filter(({ name }) => routes.some(([routed]) => routed === name));

async function play(name: string, payload: unknown, runs: readonly ExampleRun[]): Promise<RecordingApp['submitted']> {
  const { app, submitted } = recordingApp(runs);
  for (const [routed, handler] of routes) {
    if (routed === name) await receiveDelivery(name, handler, { id: 'guid', payload }, app);
  }
  return submitted;
}

describe("GitHub's published examples", () => {
  it('has examples of every event that MGE handles', () => {
    expect(new Set(handled.map(({ name }) => name))).toEqual(new Set(routes.map(([name]) => name)));
  });

  it('warrants no action where there is no run, but a look at what a label means', async () => {
    for (const { name, payload } of handled) {
      for (const { event } of await play(name, { installation: { id: 9 }, ...payload }, []))
        expect([name, event.type]).toEqual(['issues', 'issue-labelled']);
    }
  });

  it('warrants only what happened, where the issue is a run and the pull request is its own', async () => {
    const told = new Map<string, Set<string>>();
    for (const { name, payload } of handled) {
      const runs = ['Codertocat/Hello-World', 'octo-org/octo-repo'].flatMap((place) =>
        [1, 2, 8].map((number) =>
          exampleRun({
            id: `${place}#${number}`,
            pullRequest: number,
            repository: { ...repository, installationId: 16598467 },
          }),
        ),
      );
      for (const { event } of await play(name, { installation: { id: 9 }, ...payload }, runs)) {
        const what = `${name}.${String(payload['action'])}`;
        told.set(what, (told.get(what) ?? new Set()).add(event.type));
      }
    }
    expect(Object.fromEntries([...told].map(([what, types]) => [what, [...types]]))).toEqual({
      'installation.unsuspend': ['access-restored'],
      'issue_comment.created': ['replied'],
      'issues.deleted': ['issue-gone'],
      'issues.labeled': ['issue-labelled'],
      'issues.opened': ['issue-labelled'],
      'issues.reopened': ['issue-labelled'],
      'issues.transferred': ['issue-gone'],
      'issues.unlabeled': ['spec-unlabelled'],
      'pull_request.closed': ['pull-request-closed'],
      'pull_request.reopened': ['pull-request-reopened'],
      'pull_request.synchronize': ['branch-pushed'],
      'pull_request_review.submitted': ['review-submitted'],
      'pull_request_review_thread.resolved': ['thread-resolved'],
    });
  });
});

describe('payloads that nobody should send', () => {
  const run = exampleRun();
  const box = planComment({ t1: true, t2: true, approve: false });
  const seeds = [
    ...handled.map(({ name, payload }) => ({ name, payload: { installation: { id: 9 }, ...payload } })),
    { name: 'issues', payload: { ...origin, action: 'labeled', issue, label: { name: 'spec' } } },
    { name: 'issue_comment', payload: commentCreated('/mge approve\n/mge budget 5') },
    { name: 'issue_comment', payload: planEdited(box, planComment({ t1: false, t2: true, approve: true })) },
    { name: 'pull_request', payload: { ...origin, action: 'closed', pull_request: pullRequest } },
    { name: 'workflow_run', payload: workflowCompleted() },
  ];

  it('never throws, and submits only well-formed events, whatever is changed in 5,000 payloads', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constant(undefined), fc.jsonValue(), fc.string())), {
          minLength: 1,
          maxLength: 4,
        }),
        async ({ name, payload }, changes) => {
          const mutated = changes.reduce<unknown>((result, [place, value]) => mutate(result, place, value), payload);
          for (const { runId, key } of await play(name, mutated, [run])) {
            expect(runId).toMatch(/^.*\/.*#\d+$/s);
            expect(key).toMatch(/^guid\/\w+$/);
          }
        },
      ),
      { numRuns: 5000 },
    );
  });
});
