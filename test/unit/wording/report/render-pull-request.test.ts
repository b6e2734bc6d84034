import { expect, it } from 'vitest';
import { pullRequestTitle, renderPullRequest } from '#wording/report/render-pull-request.ts';
import { reportedRun } from '#test/support/report-samples.ts';
import { sampleRun } from '#test/support/store-samples.ts';
import { describeRenderer, HOSTILE, LONG } from '#test/support/wording-snapshots.ts';

const discovery = (summary: string) => ({ ...sampleRun().discovery, summary });

describeRenderer('render-pull-request', {
  'while it is built': async () => renderPullRequest(await reportedRun(), null),
  'with its report': async () => renderPullRequest(await reportedRun(), '## Report of the run'),
  'little is known': () => renderPullRequest(sampleRun(), null),
  'hostile text': async () => {
    const run = await reportedRun();
    if (run.plan === null) throw new Error('the sample has a plan');
    const tasks = run.plan.tasks.map((task) => ({ ...task, title: HOSTILE, milestone: HOSTILE }));
    return renderPullRequest(
      { ...run, discovery: discovery(HOSTILE), plan: { ...run.plan, tasks, approvedBy: HOSTILE } },
      null,
    );
  },
  'long text': () => renderPullRequest({ ...sampleRun(), discovery: discovery(LONG) }, null),
});

it('takes the title of the spec, in one line that GitHub accepts', () => {
  const run = sampleRun();
  expect(pullRequestTitle({ ...run, issue: { ...run.issue, title: `A\nledger ${LONG}` } })).toMatch(
    /^A ledger Words .{180,}$/u,
  );
});
