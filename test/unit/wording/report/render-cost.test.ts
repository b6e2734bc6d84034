import { expect, it } from 'vitest';
import { renderCost } from '#wording/report/render-cost.ts';
import { reportedRun, sources } from '#test/support/report-samples.ts';
import { sampleRun } from '#test/support/store-samples.ts';
import { describeRenderer } from '#test/support/wording-snapshots.ts';

describeRenderer('render-cost', {
  'beside the estimate': async () => renderCost({ ...sources, run: await reportedRun() }),
  'before there is a plan': () => renderCost({ ...sources, run: sampleRun() }),
});

it('says nothing before anything was spent', () => {
  expect(renderCost({ run: sampleRun(), spending: { usd: 0, calls: 0, byStage: {} } })).toBe('');
});
