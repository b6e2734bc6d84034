/** Payloads with the fields that handlers use, as GitHub sends them. */
export const ann = { login: 'ann', type: 'User' };

export const origin = {
  repository: { owner: { login: 'team' }, name: 'ledger', full_name: 'team/ledger', default_branch: 'main' },
  installation: { id: 5 },
  sender: ann,
};

export const issue = {
  number: 12,
  title: 'A ledger',
  body: 'Split expenses.',
  user: { login: 'ann' },
  labels: [{ name: 'spec' }],
};

export const pullRequestAsIssue = {
  ...issue,
  number: 34,
  title: 'feat: ledger',
  labels: [],
  pull_request: { url: 'x' },
};

export const pullRequest = {
  number: 34,
  merged: false,
  head: { ref: 'mge/12-a-ledger', sha: 'c'.repeat(40), repo: { full_name: 'team/ledger' } },
  base: { ref: 'main' },
};

export function commentCreated(body: string, change: object = {}): object {
  return {
    ...origin,
    action: 'created',
    issue,
    comment: { id: 501, body, user: { login: 'ann' }, performed_via_github_app: null },
    ...change,
  };
}

export function planComment(boxes: { t1: boolean; t2: boolean; approve: boolean; hash?: string }): string {
  const box = (ticked: boolean): string => (ticked ? '[x]' : '[ ]');
  return [
    '<!-- mge:plan -->',
    '## The plan',
    `- ${box(boxes.t1)} **T1** money · ~80 lines <!-- mge:task:T1 -->`,
    `- ${box(boxes.t2)} **T2** ledger · needs T1 <!-- mge:task:T2 -->`,
    '',
    `- ${box(boxes.approve)} Approve this plan <!-- mge:approve:${boxes.hash ?? 'abc123'} -->`,
  ].join('\r\n');
}

export function planEdited(from: string, to: string, change: object = {}): object {
  return {
    ...origin,
    action: 'edited',
    issue,
    comment: { id: 900, body: to, user: { login: 'mge-test[bot]' }, performed_via_github_app: { id: 77 } },
    changes: { body: { from } },
    ...change,
  };
}

export function workflowCompleted(change: object = {}): object {
  return {
    ...origin,
    sender: { login: 'mge-test[bot]', type: 'Bot' },
    action: 'completed',
    workflow_run: {
      id: 4242,
      event: 'workflow_dispatch',
      path: '.github/workflows/mge-validate.yml',
      display_title: 'MGE validation 12-b3',
      head_sha: 'd'.repeat(40),
      head_branch: 'mge-candidates/12',
      head_repository: { full_name: 'team/ledger' },
      conclusion: 'success',
      actor: { login: 'mge-test[bot]' },
      ...change,
    },
  };
}
