import type { PlannedMilestone } from '#domain/plan/plan.ts';
import { inlineHtml, inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import type { PlanView } from '#wording/masterplan/render-plan.ts';
import { renderTask, type Detail } from '#wording/masterplan/render-task.ts';

/** A milestone as Markdown, with the ids of the tasks whose boxes stand in it. */
export interface Milestone {
  readonly text: string;
  readonly tasks: readonly string[];
}

/** A folded milestone is no longer than this: a whole one must fit in a comment. */
const LONGEST_FOLDED = 50_000;
const DETAILS: readonly Detail[] = ['full', 'short', 'none'];

/** All milestones in order, the first of a phase with the phase's heading. */
export function renderMilestones(view: PlanView, { folded }: { readonly folded: boolean }): Milestone[] {
  return view.plan.phases.flatMap((phase) =>
    phase.milestones.map((milestone, index) => {
      const heading = index === 0 ? `#### ${inlineMarkdown(phase.name, 100)}\n\n` : '';
      const text = folded ? renderFolded(view, milestone) : renderOpen(view, milestone);
      return { text: `${heading}${text}`, tasks: milestone.tasks.map(({ id }) => id) };
    }),
  );
}

function renderOpen(view: PlanView, milestone: PlannedMilestone): string {
  return [`**${titleOf(milestone, inlineMarkdown)}**`, '', ...renderTasks(view, milestone, 'full', 160)].join('\n');
}

function renderFolded(view: PlanView, milestone: PlannedMilestone): string {
  const count = `${milestone.tasks.length} ${milestone.tasks.length === 1 ? 'task' : 'tasks'}`;
  const summary = `<details><summary><b>${titleOf(milestone, inlineHtml)}</b> · ${count}</summary>`;
  const wrapped = (detail: Detail, titleLimit: number): string =>
    [summary, '', ...renderTasks(view, milestone, detail, titleLimit), '', '</details>'].join('\n');
  for (const detail of DETAILS) {
    const text = wrapped(detail, 160);
    if (text.length <= LONGEST_FOLDED) return text;
  }
  return wrapped('none', 60);
}

function renderTasks(view: PlanView, { tasks }: PlannedMilestone, detail: Detail, titleLimit: number): string[] {
  return tasks.map((task) => renderTask({ task, run: view.run, state: view.state, detail, titleLimit }));
}

function titleOf({ id, name }: PlannedMilestone, shown: (text: string, limit: number) => string): string {
  return `${shown(id, 20)} ${shown(name, 100)}`;
}
