import { renderReport } from '#wording/report/render-report.ts';
import { withAllSymbols, withBuild } from '#test/support/build-steps.ts';
import { reportedRun, sources, wentWrong } from '#test/support/report-samples.ts';
import { sampleRun } from '#test/support/store-samples.ts';
import { builtWorld } from '#test/support/tiny-project.ts';
import { describeRenderer, HOSTILE } from '#test/support/wording-snapshots.ts';

const checks = { passed: 3, failed: 0, notExecuted: 0 };

describeRenderer('render-report', {
  'before there is a build': () =>
    renderReport({
      ...sources,
      run: sampleRun(),
      spending: { usd: 0.01, calls: 1, byStage: {} },
      requests: { requests: 1, creating: 1 },
    }),
  'while it is built': async () => renderReport({ ...sources, run: (await builtWorld()).run }),
  'the whole run': async () => renderReport({ ...sources, run: await reportedRun() }),
  'everything passed': async () => {
    const run = withAllSymbols(await reportedRun(), { progress: 'validated', attempts: 1, decision: null, checks });
    const build = { suite: { passed: 6, failed: 0, skipped: 0 }, strength: { planted: 1, noticed: 1 } };
    const done = { ...withBuild(run, build), stage: 'done' as const, finishedAt: '2026-11-21T11:31:00.000Z' };
    return renderReport({ ...sources, run: { ...done, trail: [], review: null } });
  },
  'nothing was executed': async () =>
    renderReport({ ...sources, run: withBuild(await reportedRun(), { sandbox: 'none', suite: null }) }),
  'hostile text': async () =>
    renderReport({
      ...sources,
      run: { ...(await reportedRun()), trail: [wentWrong({ message: HOSTILE, what: HOSTILE })] },
    }),
});
