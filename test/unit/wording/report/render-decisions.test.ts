import { expect, it } from 'vitest';
import type { Run } from '#domain/run/run.ts';
import { renderDecisions } from '#wording/report/render-decisions.ts';
import { reportFacts } from '#wording/report/report-facts.ts';
import { decidedRun } from '#test/support/report-samples.ts';
import { sampleRun } from '#test/support/store-samples.ts';
import { describeRenderer, HOSTILE, LONG } from '#test/support/wording-snapshots.ts';

const render = (run: Run): string => renderDecisions(run, reportFacts(run));

describeRenderer('render-decisions', {
  'one edited and one open': async () => render(await decidedRun(['edited'])),
  'both accepted': async () => render(await decidedRun(['approved', 'approved'])),
  'written anew as somebody asked': async () => render(await decidedRun(['regenerated', 'approved'], 'Round to even.')),
  'nobody decided': async () => render(await decidedRun([])),
  'hostile text': async () => render(await decidedRun(['regenerated', 'edited'], HOSTILE, HOSTILE)),
  'long text': async () => render(await decidedRun(['regenerated', 'edited'], LONG)),
});

it('says nothing where nothing was asked', () => {
  expect(render(sampleRun())).toBe('');
});
