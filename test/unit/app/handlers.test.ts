import { describe, expect, it } from 'vitest';
import type { RunEvent } from '#domain/run/event.ts';
import { receiveDelivery } from '#app/receive-delivery.ts';
import { routes } from '#app/register-app.ts';
import {
  BOT,
  exampleRun,
  recordingApp,
  repository,
  type ExampleRun,
  type RecordingApp,
} from '#test/unit/app/recording-app.ts';
import {
  ann,
  commentCreated,
  issue,
  origin,
  planComment,
  planEdited,
  pullRequest,
  pullRequestAsIssue,
  workflowCompleted,
} from '#test/unit/app/webhook-payloads.ts';

type EventName = (typeof routes)[number][0];

async function deliver(
  name: EventName,
  payload: unknown,
  runs: readonly ExampleRun[] = [exampleRun()],
): Promise<RecordingApp> {
  const recording = recordingApp(runs);
  await receive(recording, name, payload, 'guid-1');
  return recording;
}

async function receive(recording: RecordingApp, name: EventName, payload: unknown, id: string): Promise<void> {
  for (const [routed, handler] of routes) {
    if (routed === name) await receiveDelivery(name, handler, { id, payload }, recording.app);
  }
}

async function eventsOf(name: EventName, payload: unknown, runs?: readonly ExampleRun[]): Promise<RunEvent[]> {
  return (await deliver(name, payload, runs)).submitted.map(({ event }) => event);
}

const byAnn = { repository, sender: 'ann' };
const spec = { number: 12, title: 'A ledger', body: 'Split expenses.', author: 'ann' };

describe('issues', () => {
  it('hands on every label, since the settings say which one marks a spec', async () => {
    const { submitted } = await deliver('issues', { ...origin, action: 'labeled', issue, label: { name: 'Spec' } }, []);
    const event = { type: 'issue-labelled', ...byAnn, issue: spec, labels: ['Spec'] };
    expect(submitted).toEqual([{ runId: 'team/ledger#12', key: 'guid-1/0', event }]);
  });

  it('hands on the labels that an issue is opened or reopened with', async () => {
    for (const action of ['opened', 'reopened']) {
      expect(await eventsOf('issues', { ...origin, action, issue }, [])).toMatchObject([{ labels: ['spec'] }]);
      expect(await eventsOf('issues', { ...origin, action, issue: { ...issue, labels: [] } }, [])).toEqual([]);
    }
  });

  it('is told when the issue of a run is deleted or moved to another repository', async () => {
    for (const action of ['deleted', 'transferred']) {
      const gone = { ...origin, action, issue: { ...issue, labels: [] } };
      expect(await eventsOf('issues', gone)).toEqual([{ type: 'issue-gone', ...byAnn, how: action }]);
      expect(await eventsOf('issues', gone, [])).toEqual([]);
    }
  });

  it('is told of edits to title and body of a spec, and of nothing else', async () => {
    const edited = { ...origin, action: 'edited', issue };
    expect(await eventsOf('issues', { ...edited, changes: { body: { from: 'old' } } })).toEqual([
      { type: 'spec-edited', ...byAnn, issue: spec },
    ]);
    expect(await eventsOf('issues', { ...edited, changes: {} })).toEqual([]);
    const other = { ...issue, number: 13, labels: [] };
    expect(await eventsOf('issues', { ...edited, issue: other, changes: { body: { from: 'old' } } })).toEqual([]);
  });

  it('is told when the label is taken away and when the issue is closed, if there is a run', async () => {
    const unlabeled = { ...origin, action: 'unlabeled', issue: { ...issue, labels: [] }, label: { name: 'spec' } };
    expect(await eventsOf('issues', unlabeled)).toEqual([{ type: 'spec-unlabelled', ...byAnn, label: 'spec' }]);
    expect(await eventsOf('issues', unlabeled, [])).toEqual([]);
    expect(await eventsOf('issues', { ...origin, action: 'closed', issue })).toEqual([
      { type: 'issue-closed', ...byAnn },
    ]);
  });

  it('takes a body that is null and an author that is gone', async () => {
    const bare = { ...issue, body: null, user: null };
    expect(await eventsOf('issues', { ...origin, action: 'opened', issue: bare }, [])).toMatchObject([
      { issue: { body: '', author: 'ghost' } },
    ]);
  });

  it('ignores other bots, and webhooks that belong to no installation', async () => {
    const labeled = { ...origin, action: 'labeled', issue, label: { name: 'spec' } };
    const dependabot = { login: 'dependabot[bot]', type: 'Bot' };
    expect(await eventsOf('issues', { ...labeled, sender: dependabot }, [])).toEqual([]);
    const { submitted, told } = await deliver('issues', { ...labeled, installation: undefined }, []);
    expect(submitted).toEqual([]);
    expect(told[0]?.facts).toMatchObject({ name: 'issues', fields: ['installation'] });
  });
});

describe('issue comments', () => {
  const place = { kind: 'issue', number: 12, commentId: 501 };

  it('reads commands, each under its own key', async () => {
    const { submitted } = await deliver('issue_comment', commentCreated('/mge budget 40\n/mge nonsense'));
    expect(submitted).toMatchObject([
      { key: 'guid-1/0', event: { type: 'command-given', command: { name: 'budget', usd: 40 }, place, issue: spec } },
      { key: 'guid-1/1', event: { type: 'command-misspelt', place } },
    ]);
  });

  it('binds an approval to the plan that is shown', async () => {
    expect(await eventsOf('issue_comment', commentCreated('/mge approve'))).toMatchObject([{ planHash: 'abc123' }]);
    expect(await eventsOf('issue_comment', commentCreated('/mge approve'), [])).toMatchObject([{ planHash: null }]);
  });

  it('takes a plain reply on a spec that has a run, and none elsewhere', async () => {
    const reply = { type: 'replied', ...byAnn, text: '1A, 2 yes', place };
    expect(await eventsOf('issue_comment', commentCreated('1A, 2 yes'))).toEqual([reply]);
    expect(await eventsOf('issue_comment', commentCreated('1A, 2 yes'), [])).toEqual([]);
  });

  it('reads commands on the pull request of a run for that run, and no others', async () => {
    const onPull = { issue: pullRequestAsIssue };
    const { submitted } = await deliver('issue_comment', commentCreated('/mge status', onPull));
    expect(submitted).toMatchObject([
      { runId: 'team/ledger#12', event: { issue: spec, place: { kind: 'pull-request', number: 34, commentId: 501 } } },
    ]);
    expect(await eventsOf('issue_comment', commentCreated('looks nice', onPull))).toEqual([]);
    expect(await eventsOf('issue_comment', commentCreated('/mge status', onPull), [])).toEqual([]);
  });

  it('never reads its own comments, those of bots, edited or deleted ones', async () => {
    const own = { comment: { id: 1, body: '/mge approve', performed_via_github_app: { id: 77 } } };
    const refused = [
      { sender: BOT },
      own,
      // Another app with a person's token: the person did not write this.
      { comment: { id: 1, body: '/mge approve', performed_via_github_app: { id: 4 } } },
      { sender: { login: 'renovate[bot]', type: 'Bot' } },
      { action: 'edited', changes: { body: { from: '' } } },
      { action: 'deleted' },
    ];
    for (const change of refused) {
      expect(await eventsOf('issue_comment', commentCreated('/mge approve', change))).toEqual([]);
    }
  });

  it('lets a person command whose name sounds like a bot', async () => {
    const robot = { sender: { login: 'mge-bot', type: 'User' } };
    expect(await eventsOf('issue_comment', commentCreated('/mge status', robot))).toMatchObject([
      { sender: 'mge-bot' },
    ]);
  });
});

describe('boxes of the plan comment', () => {
  const before = planComment({ t1: true, t2: true, approve: false });

  it('approves for the person who ticks the box', async () => {
    const after = planComment({ t1: true, t2: false, approve: true });
    expect(await eventsOf('issue_comment', planEdited(before, after))).toEqual([
      {
        type: 'plan-edited',
        ...byAnn,
        planHash: 'abc123',
        ticked: [],
        unticked: ['T2'],
        shownTicked: ['T1'],
        shownUnticked: ['T2'],
        approved: true,
        commentId: 900,
      },
    ]);
  });

  it('does not approve again for a person who unticks a task after that', async () => {
    const approved = planComment({ t1: true, t2: true, approve: true });
    const after = planComment({ t1: false, t2: true, approve: true });
    expect(await eventsOf('issue_comment', planEdited(approved, after))).toMatchObject([
      { unticked: ['T1'], approved: false },
    ]);
  });

  it('ignores its own edits, edits of words, and boxes in comments of others', async () => {
    const after = planComment({ t1: true, t2: true, approve: true });
    const others = { comment: { id: 900, body: after, user: { login: 'eve' }, performed_via_github_app: null } };
    expect(await eventsOf('issue_comment', planEdited(before, after, { sender: BOT }))).toEqual([]);
    expect(await eventsOf('issue_comment', planEdited(before, after, others))).toEqual([]);
    expect(await eventsOf('issue_comment', planEdited(before, `${before}\nword`))).toEqual([]);
    expect(await eventsOf('issue_comment', planEdited(before, after), [])).toEqual([]);
  });
});

describe('pull requests', () => {
  it('tells the run when its pull request is closed or pushed to', async () => {
    const closed = { ...origin, action: 'closed', pull_request: { ...pullRequest, merged: true } };
    expect(await eventsOf('pull_request', closed)).toEqual([{ type: 'pull-request-closed', ...byAnn, merged: true }]);
    const push = { ...origin, action: 'synchronize', pull_request: pullRequest, before: 'a', after: 'b' };
    expect(await eventsOf('pull_request', push)).toEqual([
      { type: 'branch-pushed', ...byAnn, before: 'a', after: 'b' },
    ]);
    expect(await eventsOf('pull_request', { ...push, sender: BOT })).toEqual([]);
    expect(await eventsOf('pull_request', closed, [])).toEqual([]);
  });

  it('tells every run of the repository that the setup was merged, but not for the branch of a fork', async () => {
    const head = { ...pullRequest.head, ref: 'mge/setup' };
    const merged = { ...origin, action: 'closed', pull_request: { ...pullRequest, number: 8, merged: true, head } };
    const runs = [exampleRun(), exampleRun({ id: 'team/ledger#20' }), exampleRun({ id: 'team/ledger-two#1' })];
    const { submitted } = await deliver('pull_request', merged, runs);
    expect(submitted).toEqual([
      { runId: 'team/ledger#12', key: 'guid-1/team/ledger#12', event: { type: 'onboarding-merged', repository } },
      { runId: 'team/ledger#20', key: 'guid-1/team/ledger#20', event: { type: 'onboarding-merged', repository } },
    ]);
    const fork = { ...merged.pull_request, head: { ...head, repo: { full_name: 'eve/ledger' } } };
    expect(await eventsOf('pull_request', { ...merged, pull_request: fork }, runs)).toEqual([]);
    const gone = { ...merged.pull_request, head: { ...head, repo: null } };
    expect(await eventsOf('pull_request', { ...merged, pull_request: gone }, runs)).toEqual([]);
    const unmerged = { ...merged.pull_request, merged: false };
    expect(await eventsOf('pull_request', { ...merged, pull_request: unmerged }, runs)).toEqual([]);
  });
});

describe('reviews', () => {
  const review = {
    id: 88,
    node_id: 'PRR_88',
    state: 'changes_requested',
    body: '/mge regenerate',
    commit_id: 'e'.repeat(40),
  };
  const submitted = { ...origin, action: 'submitted', pull_request: pullRequest, review };

  it('reads the verdict and the commands of the text', async () => {
    expect(await eventsOf('pull_request_review', submitted)).toMatchObject([
      { type: 'command-given', command: { name: 'regenerate' }, place: { kind: 'review', commentId: 88 } },
      { type: 'review-submitted', verdict: 'changes-requested', headSha: 'e'.repeat(40), reviewId: 88 },
    ]);
  });

  it('ignores its own reviews, dismissed ones, and those of other pull requests', async () => {
    expect(await eventsOf('pull_request_review', { ...submitted, sender: BOT })).toEqual([]);
    expect(await eventsOf('pull_request_review', { ...submitted, action: 'dismissed' })).toEqual([]);
    expect(await eventsOf('pull_request_review', submitted, [])).toEqual([]);
  });

  it('reads commands in threads, naming the thread by its first comment', async () => {
    const comment = { id: 71, body: '/mge approve', in_reply_to_id: 70 };
    const payload = { ...origin, action: 'created', pull_request: pullRequest, comment };
    const place = { kind: 'thread', number: 34, commentId: 71, rootId: 70 };
    expect(await eventsOf('pull_request_review_comment', payload)).toMatchObject([{ type: 'command-given', place }]);
    const first = { ...payload, comment: { id: 70, body: '/mge approve' } };
    expect(await eventsOf('pull_request_review_comment', first)).toMatchObject([{ place: { rootId: 70 } }]);
    expect(await eventsOf('pull_request_review_comment', { ...payload, sender: BOT })).toEqual([]);
    expect(await eventsOf('pull_request_review_comment', { ...payload, action: 'edited' })).toEqual([]);
  });

  it('takes a resolved thread, unless MGE resolved it', async () => {
    const thread = { comments: [{ id: 70 }, { id: 71, in_reply_to_id: 70 }] };
    const payload = { ...origin, action: 'resolved', pull_request: pullRequest, thread };
    expect(await eventsOf('pull_request_review_thread', payload)).toEqual([
      { type: 'thread-resolved', ...byAnn, rootId: 70 },
    ]);
    expect(await eventsOf('pull_request_review_thread', { ...payload, sender: BOT })).toEqual([]);
    expect(await eventsOf('pull_request_review_thread', { ...payload, action: 'unresolved' })).toEqual([]);
  });
});

describe('workflow runs', () => {
  it('tells the run of the candidate branch, with the key of the title', async () => {
    const { submitted } = await deliver('workflow_run', workflowCompleted());
    expect(submitted).toEqual([
      {
        runId: 'team/ledger#12',
        key: 'guid-1/0',
        event: {
          type: 'workflow-completed',
          repository,
          key: '12-b3',
          workflowRunId: 4242,
          headSha: 'd'.repeat(40),
          conclusion: 'success',
        },
      },
    ]);
  });

  it('believes no other workflow, branch, fork or person', async () => {
    const forged = [
      { path: '.github/workflows/other.yml' },
      { head_branch: 'main' },
      { head_branch: 'mge-candidates/12x' },
      { head_repository: { full_name: 'eve/ledger' } },
      { actor: { login: 'eve' } },
      { event: 'push' },
      { display_title: '' },
    ];
    for (const change of forged) expect(await eventsOf('workflow_run', workflowCompleted(change))).toEqual([]);
    expect(await eventsOf('workflow_run', { ...workflowCompleted(), action: 'requested' })).toEqual([]);
    expect(await eventsOf('workflow_run', workflowCompleted(), [])).toEqual([]);
  });
});

describe('deliveries', () => {
  it('submits a doubled delivery under the same keys', async () => {
    const recording = recordingApp([exampleRun()]);
    const payload = commentCreated('/mge pause\n/mge status');
    await receive(recording, 'issue_comment', payload, 'guid-1');
    await receive(recording, 'issue_comment', payload, 'guid-1');
    expect(recording.submitted.map(({ key }) => key)).toEqual(['guid-1/0', 'guid-1/1']);
    await receive(recording, 'issue_comment', payload, 'guid-2');
    expect(recording.submitted).toHaveLength(4);
  });

  it('has the repositories looked at that it was installed on, and those that came later', async () => {
    const [one, two] = ['team/ledger', 'team/till.js'].map((full_name) => ({ id: 1, full_name, name: 'x' }));
    const created = { action: 'created', installation: { id: 5, account: { login: 'team' } }, repositories: [one] };
    const added = { action: 'added', installation: { id: 5 }, repositories_added: [two], repositories_removed: [] };
    const removed = { ...added, action: 'removed', repositories_added: [], repositories_removed: [one] };
    expect((await deliver('installation', created)).asked).toEqual([
      { installationId: 5, repositories: [{ owner: 'team', name: 'ledger' }] },
    ]);
    expect((await deliver('installation', { ...created, action: 'deleted' })).asked).toEqual([]);
    expect((await deliver('installation_repositories', added)).asked).toEqual([
      { installationId: 5, repositories: [{ owner: 'team', name: 'till.js' }] },
    ]);
    expect((await deliver('installation_repositories', removed)).asked).toEqual([]);
  });

  it('logs what happens to an installation and does nothing', async () => {
    const payload = { action: 'suspend', installation: { id: 5, account: { login: 'team' } }, sender: ann };
    const { submitted, told } = await deliver('installation', payload);
    expect(submitted).toEqual([]);
    expect(told).toMatchObject([{ what: 'installation changed', facts: { action: 'suspend', account: 'team' } }]);
  });
});
