import type { Estimate } from '#domain/plan/estimate.ts';
import type { Run } from '#domain/run/run.ts';
import { renderCost } from '#wording/report/render-cost.ts';
import { renderLevels } from '#wording/report/render-levels.ts';
import { renderDecisions } from '#wording/report/render-decisions.ts';
import { renderUnverified } from '#wording/report/render-unverified.ts';
import { renderTrail } from '#wording/report/render-trail.ts';
import { reportFacts, type ReportFacts } from '#wording/report/report-facts.ts';
import type { RequestCount } from '#ports/github/request-budget.ts';
import type { Spending } from '#ports/ledger.ts';

export interface ReportSources {
  readonly run: Run;
  readonly spending: Spending;
  /** What GitHub was asked for this run. */
  readonly requests: RequestCount;
  /** When the report is written. */
  readonly now: Date;
}

/** The report of a run, finished or under way, as Markdown. */
export function renderReport(sources: ReportSources): string {
  const { run } = sources;
  const facts = reportFacts(run);
  return [
    `## Report of ${run.stage === 'reporting' || run.stage === 'done' ? 'the run' : 'the run so far'}`,
    summary(sources, facts),
    renderUnverified(run, facts),
    attempts(facts),
    renderLevels(facts),
    renderCost(sources),
    renderDecisions(run, facts),
    renderTrail(run),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function summary({ run, spending, requests, now }: ReportSources, facts: ReportFacts): string {
  const rows: [string, string][] = [];
  if (facts.atoms > 0) {
    rows.push(['Atoms that passed', `${facts.validated} of ${facts.atoms} (${percent(facts.validated, facts.atoms)})`]);
    rows.push([
      'Right at the first attempt',
      `${facts.atFirst} of ${facts.atoms} (${percent(facts.atFirst, facts.atoms)})`,
    ]);
    if (facts.unproved > 0) rows.push(['Accepted, not fully tested', String(facts.unproved)]);
    if (facts.open > 0) rows.push(['Not judged yet', String(facts.open)]);
    rows.push(['Left as stubs', String(facts.flagged)]);
  }
  const suite = run.build?.suite ?? null;
  if (suite !== null)
    rows.push(['Tests, last run', `${suite.passed} passed, ${suite.failed} failed, ${suite.skipped} did not run`]);
  const { planted, noticed } = run.build?.strength ?? { planted: 0, noticed: 0 };
  if (planted > 0)
    rows.push([
      'Strength of the tests',
      `they noticed ${noticed} of ${planted} ${planted === 1 ? 'fault' : 'faults'} that I planted to try them`,
    ]);
  rows.push([
    'Cost',
    `$${spending.usd.toFixed(2)} of at most $${run.budgetUsd.toFixed(2)}${planned(run, price)}, ${spending.calls} ${spending.calls === 1 ? 'call' : 'calls'} to Claude`,
  ]);
  rows.push(['Requests to GitHub', `${requests.requests}, of which ${requests.creating} wrote something`]);
  if (run.startedAt !== null)
    rows.push(['Time', `${duration(Date.parse(run.startedAt), endOf(run, now))}${planned(run, minutes)}`]);
  return ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}

/** What the plan said, beside what it came to. */
function planned({ plan }: Run, said: (estimate: Estimate) => string): string {
  return plan === null ? '' : ` (the plan said ${said(plan.estimate)})`;
}

const price = ({ usdLow, usdHigh }: Estimate): string => `$${usdLow.toFixed(2)} to $${usdHigh.toFixed(2)}`;
const minutes = ({ minutesLow, minutesHigh }: Estimate): string =>
  `${Math.round(minutesLow)} to ${Math.round(minutesHigh)} min of work`;

function endOf(run: Run, now: Date): number {
  return run.finishedAt === null ? now.getTime() : Date.parse(run.finishedAt);
}

function duration(from: number, to: number): string {
  const seconds = Math.max(0, Math.round((to - from) / 1000));
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1).replace(/\.0$/, '')} %`;
}

function attempts({ attempts: counts, atoms }: ReportFacts): string {
  if (atoms === 0) return '';
  const most = Math.max(...counts.values());
  const bar = (count: number): string => '█'.repeat(Math.max(1, Math.round((20 * count) / most)));
  const rows = [...counts].map(([number, count]) => `| ${number} | ${count} | ${bar(count)} |`);
  return [
    '**How many attempts the atoms took** (an atom is a small piece of code, checked on its own)',
    '',
    '| attempts | atoms | |',
    '|---:|---:|---|',
    ...rows,
  ].join('\n');
}
