import { expect, it } from 'vitest';
import type { Run } from '#domain/run/run.ts';
import type { SymbolState } from '#domain/build/symbol-state.ts';
import { renderUnverified } from '#wording/report/render-unverified.ts';
import { reportFacts } from '#wording/report/report-facts.ts';
import { withAllSymbols, withBuild, withSymbol } from '#test/support/build-steps.ts';
import { symbolState } from '#test/support/run-samples.ts';
import { reportedRun } from '#test/support/report-samples.ts';
import { ROUND } from '#test/support/reviewed-world.ts';
import { sampleRun } from '#test/support/store-samples.ts';
import { describeRenderer, HOSTILE } from '#test/support/wording-snapshots.ts';

const render = (run: Run): string => renderUnverified(run, reportFacts(run));

/** Everything passed but one symbol. */
async function butOne(one: Partial<SymbolState>): Promise<string> {
  const checks = { passed: 3, failed: 0, notExecuted: 0 };
  const run = withAllSymbols(await reportedRun(), { progress: 'validated', decision: null, checks });
  return render(withBuild(withSymbol(run, ROUND, one), { suite: { passed: 4, failed: 0, skipped: 0 } }));
}

async function failedTask(title: string): Promise<string> {
  const run = await reportedRun();
  if (run.plan === null) throw new Error('the sample has a plan');
  const tasks = run.plan.tasks.map((task) =>
    task.id === 'T2' ? { ...task, title, progress: 'failed' as const } : task,
  );
  return render({ ...run, plan: { ...run.plan, tasks } });
}

describeRenderer('render-unverified', {
  'nothing is open': () => butOne({}),
  'one check did not run': () => butOne({ checks: { passed: 2, failed: 0, notExecuted: 1 } }),
  'checks failed and did not run': () => butOne({ checks: { passed: 2, failed: 1, notExecuted: 2 } }),
  'a stub after one attempt': () => butOne({ progress: 'flagged', attempts: 1 }),
  'a stub after three attempts': () => butOne({ progress: 'flagged', attempts: 3 }),
  'failed and edited': () => butOne({ progress: 'flagged', attempts: 3, decision: 'edited' }),
  'failed and written anew in vain': () => butOne({ progress: 'flagged', attempts: 3, decision: 'regenerated' }),
  'tests failed': async () => render(withBuild(await reportedRun(), { suite: { passed: 4, failed: 1, skipped: 2 } })),
  'nothing was executed': async () => render(withBuild(await reportedRun(), { sandbox: 'none' })),
  'a task was not drafted': () => failedTask('Splitting'),
  'hostile text': () => failedTask(HOSTILE),
  'more than is shown': async () => {
    const run = await reportedRun();
    const flagged = Array.from({ length: 15 }, (_, index) => symbolState(`src.a.f${index}`, 0));
    const symbols = flagged.map((each) => [each.id, { ...each, progress: 'flagged' as const, attempts: 3 }] as const);
    return render(withBuild(run, { symbols: { ...run.build?.symbols, ...Object.fromEntries(symbols) } }));
  },
});

it('says nothing before there is anything to verify', () => {
  expect(render(sampleRun())).toBe('');
});
