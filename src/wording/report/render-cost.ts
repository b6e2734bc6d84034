import type { ReportSources } from '#wording/report/render-report.ts';

/** What each stage cost, against the plan's estimate. */
export function renderCost({ run, spending }: Pick<ReportSources, 'run' | 'spending'>): string {
  const stages = Object.entries(spending.byStage).toSorted(([, left], [, right]) => right.usd - left.usd);
  if (stages.length === 0) return '';
  const estimate = run.plan?.estimate ?? null;
  const range =
    estimate === null
      ? ''
      : `The plan said $${estimate.usdLow.toFixed(2)} to $${estimate.usdHigh.toFixed(2)}; so far it is $${spending.usd.toFixed(2)}.`;
  return [
    '<details><summary>Cost by stage</summary>',
    '',
    ...(range === '' ? [] : [range, '']),
    '| stage | cost | calls | tokens |',
    '|---|---:|---:|---:|',
    ...stages.map(([stage, each]) => `| ${stage} | $${each.usd.toFixed(4)} | ${each.calls} | ${each.tokens} |`),
    '',
    '</details>',
  ].join('\n');
}
