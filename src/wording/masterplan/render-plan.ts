import { boxesMarker } from '#domain/plan/read-boxes.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { codeSpan, inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import type { Pattern } from '#domain/prompt/pattern.ts';
import type { PlanState, Run } from '#domain/run/run.ts';
import { packParts } from '#wording/masterplan/pack-parts.ts';
import { renderApproval } from '#wording/masterplan/render-approval.ts';
import { renderMilestoneGraph } from '#wording/masterplan/render-milestone-graph.ts';
import { renderMilestones, type Milestone } from '#wording/masterplan/render-milestones.ts';

export interface PlanView {
  readonly run: Run;
  readonly plan: Plan;
  readonly state: PlanState;
  readonly patterns: readonly Pattern[];
  /** What a revision changed, as Markdown; empty for a first plan. */
  readonly changes: string;
  /** Somebody has ticked the approval box, and their webhook is on its way. */
  readonly approvalTicked: boolean;
}

/** GitHub takes 65,536 characters; the marker and what it may escape need room. */
const LONGEST = 60_000;

/**
 * The plan as comments, mostly one: a checklist with folded details, the graph of milestones, price, time, and how to
 * approve. A long plan folds its milestones and goes on in further comments.
 */
export function renderPlan(view: PlanView): string[] {
  const whole = assemble(view, renderMilestones(view, { folded: false }), 1);
  if (whole.length <= LONGEST) return [whole];
  const frame = assemble(view, [], 1).length;
  const parts = packParts(renderMilestones(view, { folded: true }), LONGEST - frame, LONGEST - 2000);
  return parts.map((part, index) =>
    index === 0
      ? assemble(view, part, parts.length)
      : continuation(view, part, { number: index + 1, of: parts.length }),
  );
}

function assemble(view: PlanView, milestones: readonly Milestone[], comments: number): string {
  const more =
    comments === 1
      ? ''
      : `_This plan is long: it goes on in ${comments - 1 === 1 ? 'a second comment' : 'further comments'} below._`;
  const parts = [
    renderHead(view),
    view.changes,
    ...milestones.map(({ text }) => text),
    more,
    renderMilestoneGraph(view.plan),
    renderPatterns(view.patterns),
    renderApproval(view.run, view.state, view.approvalTicked),
    remember(view, milestones),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function continuation(
  view: PlanView,
  milestones: readonly Milestone[],
  part: { readonly number: number; readonly of: number },
): string {
  const marker = view.state.approvedBy === null ? `<!-- mge:plan-goes-on:${view.state.hash} -->` : '';
  const head = `### Plan: ${inlineMarkdown(view.plan.title, 120)}, continued (${part.number} of ${part.of})`;
  const texts = milestones.map(({ text }) => text);
  const parts = [
    head,
    'The approval box is at the end of the first comment.',
    ...texts,
    marker,
    remember(view, milestones),
  ];
  return parts.filter((each) => each !== '').join('\n\n');
}

/** Which boxes are unticked as MGE writes them: so that it sees later what people changed. */
function remember({ state }: PlanView, milestones: readonly Milestone[]): string {
  if (state.approvedBy !== null) return '';
  const here = new Set(milestones.flatMap(({ tasks }) => tasks));
  return boxesMarker(state.tasks.filter((task) => here.has(task.id) && !task.included).map((task) => task.id));
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

function renderPatterns(patterns: readonly Pattern[]): string {
  const followed = patterns.filter((pattern) => pattern.sentBack === undefined);
  if (followed.length === 0) return '';
  const lines = followed.map(({ path, name }) => `- ${codeSpan(path)}${name === '' ? '' : ` ${codeSpan(name)}`}`);
  return ['<details><summary>Code that I follow</summary>', lines.join('\n'), '</details>'].join('\n\n');
}
