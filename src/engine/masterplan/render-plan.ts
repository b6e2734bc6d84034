import type { Plan, PlannedPhase } from '#domain/plan/plan.ts';
import { codeSpan, inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import type { Pattern } from '#domain/prompt/pattern.ts';
import type { PlanState, Run } from '#domain/run/run.ts';
import { renderApproval } from '#engine/masterplan/render-approval.ts';
import { renderMilestoneGraph } from '#engine/masterplan/render-milestone-graph.ts';
import { renderTask, type Detail } from '#engine/masterplan/render-task.ts';

export interface PlanView {
  readonly run: Run;
  readonly plan: Plan;
  readonly state: PlanState;
  readonly patterns: readonly Pattern[];
}

/** GitHub takes 65,536 characters; the marker and what it may escape need room. */
const LONGEST = 60_000;
const DETAILS: readonly Detail[] = ['full', 'short', 'none'];

/** The plan comment: a checklist with folded details, the graph of milestones, price, time, and how to approve. */
export function renderPlan(view: PlanView): string {
  const bodies = DETAILS.map((detail) => () => renderWith(view, detail));
  const fitting = bodies.map((body) => body()).find((body) => body.length <= LONGEST);
  return fitting ?? `${renderHead(view)}\n\n${renderList(view, 'none', 60)}\n\n${renderApproval(view.run, view.state)}`;
}

function renderWith(view: PlanView, detail: Detail): string {
  const parts = [
    renderHead(view),
    renderList(view, detail, 160),
    renderMilestoneGraph(view.plan),
    renderPatterns(view.patterns),
    renderApproval(view.run, view.state),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function renderHead({ plan, state, run }: PlanView): string {
  const { estimate, tasks } = state;
  const left = tasks.filter((task) => !task.included).length;
  const count = `**${tasks.length} task${tasks.length === 1 ? '' : 's'}**${left > 0 ? ` (${left} left out)` : ''}`;
  const price = `**$${estimate.usdLow.toFixed(2)} to $${estimate.usdHigh.toFixed(2)}**`;
  const time = `**${Math.round(estimate.minutesLow)} to ${Math.round(estimate.minutesHigh)} minutes**`;
  const revision = state.revision > 1 ? ` (revision ${state.revision})` : '';
  return [
    `### Plan: ${inlineMarkdown(plan.title, 120)}${revision}`,
    inlineMarkdown(plan.summary, 2500),
    `${count}, about ${Math.round(estimate.atoms)} atoms (small pieces that are checked one by one). I expect ${price} and ${time}; I never spend more than $${run.budgetUsd.toFixed(2)} (\`/mge budget\` changes that).`,
  ].join('\n\n');
}

function renderList(view: PlanView, detail: Detail, titleLimit: number): string {
  return view.plan.phases.map((phase) => renderPhase(view, phase, detail, titleLimit)).join('\n\n');
}

function renderPhase(view: PlanView, phase: PlannedPhase, detail: Detail, titleLimit: number): string {
  const milestones = phase.milestones.map((milestone) => {
    const tasks = milestone.tasks.map((task) =>
      renderTask({ task, run: view.run, state: view.state, detail, titleLimit }),
    );
    return [`**${inlineMarkdown(milestone.id, 20)} ${inlineMarkdown(milestone.name, 100)}**`, '', ...tasks].join('\n');
  });
  return [`#### ${inlineMarkdown(phase.name, 100)}`, ...milestones].join('\n\n');
}

function renderPatterns(patterns: readonly Pattern[]): string {
  if (patterns.length === 0) return '';
  const lines = patterns.map(({ path, name }) => `- ${codeSpan(path)}${name === '' ? '' : ` ${codeSpan(name)}`}`);
  return ['<details><summary>Code of this repository that I follow</summary>', lines.join('\n'), '</details>'].join(
    '\n\n',
  );
}
