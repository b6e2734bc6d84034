import { expect, it } from 'vitest';
import { statusFirst } from '#test/crash/fleet-portrait.ts';
import { outcomeOf } from '#test/crash/outcome-of.ts';
import { renderCost } from '#wording/report/render-cost.ts';
import { freshRun } from '#test/support/plan-samples.ts';

/** A report in which modelling cost this much, and reading the spec a little more than a cent. */
function outcome(usd: number, answersLost: number) {
  const stage = (cost: number, tokens: number) => ({ usd: cost, calls: 1, tokens });
  const byStage = { draft: stage(0.9, 195_252), requirements: stage(usd, 2977), discovery: stage(0.0107, 3621) };
  const report = renderCost({ run: freshRun(), spending: { usd: 1, calls: 3, byStage } });
  return outcomeOf({ portrait: { report }, ledger: { usd: `${usd}`, calls: 3, left: [], stage: 'done' } }, answersLost);
}

it('an answer that was cut off makes a run cheaper, and may exchange rows of its table of costs: the same all the same', () => {
  expect(outcome(0.0162, 1)).toEqual(outcome(0.0051, 1));
});

it('without such an answer every price counts', () => {
  expect(outcome(0.0162, 0)).not.toEqual(outcome(0.0051, 0));
});

it('what was done counts always', () => {
  const first = outcomeOf({ portrait: { report: 'one' }, ledger: { usd: '1', calls: 3, left: [], stage: 'done' } }, 1);
  const second = outcomeOf({ portrait: { report: 'two' }, ledger: { usd: '1', calls: 3, left: [], stage: 'done' } }, 1);
  expect(first).not.toEqual(second);
});

it('the status may come after questions; what was said stays in its order', () => {
  const status = { body: '<!-- mge:status -->\n### MGE: done' };
  const said = ['<!-- mge:questions-1 -->', 'All of them.', '<!-- mge:masterplan -->'].map((body) => ({ body }));
  expect(statusFirst([...said.slice(0, 1), status, ...said.slice(1)])).toEqual([status, ...said]);
  expect(statusFirst(said.toReversed())).toEqual(said.toReversed());
});
