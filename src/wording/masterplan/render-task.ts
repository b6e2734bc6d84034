import type { PlannedTask } from '#domain/plan/plan.ts';
import { codeSpan, inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import type { PlanState, Run } from '#domain/run/run.ts';
import { taskProgress } from '#wording/masterplan/task-progress.ts';

/** How much of a task is shown: everything, what decides about it, or its line alone. */
export type Detail = 'full' | 'short' | 'none';

export interface TaskView {
  readonly task: PlannedTask;
  readonly run: Run;
  readonly state: PlanState;
  readonly detail: Detail;
  readonly titleLimit: number;
}

/**
 * A task's line with its box, and its details folded below. Before approval the box says whether to build it; afterwards it
 * is ticked once everything of the task is validated.
 */
export function renderTask({ task, run, state, detail, titleLimit }: TaskView): string {
  const kept = state.tasks.find(({ id }) => id === task.id);
  const approved = state.approvedBy !== null;
  const progress = taskProgress(run, state, task.id);
  const ticked = approved ? progress.done : kept?.included !== false;
  const title = inlineMarkdown(task.title, titleLimit);
  const facts = [
    kept?.included === false && approved ? `~~${title}~~ left out` : title,
    `~${Math.round(task.linesOfCode)} lines`,
    ...(task.dependsOn.length > 0 ? [`needs ${task.dependsOn.join(', ')}`] : []),
    ...(approved && progress.text !== '' ? [progress.text] : []),
  ];
  const line = `- [${ticked ? 'x' : ' '}] **${task.id}** ${facts.join(' · ')} <!-- mge:task:${task.id} -->`;
  return detail === 'none' ? line : `${line}\n${indent(renderDetails(task, detail))}`;
}

function renderDetails(task: PlannedTask, detail: Detail): string {
  const files = [...task.files, ...task.tests].map((path) => codeSpan(path)).join(', ');
  const full = detail === 'full';
  const limit = full ? 300 : 140;
  const parts = [
    ...(full ? [inlineMarkdown(task.description, 1200)] : []),
    `Writes ${files}.`,
    list(
      'Done when',
      task.acceptance.map((each) => inlineMarkdown(each, limit)),
    ),
    full
      ? list(
          'Offers',
          task.exports.map(({ signature }) => codeSpan(signature)),
        )
      : '',
  ];
  return ['<details><summary>Details</summary>', ...parts.filter((part) => part !== ''), '</details>'].join('\n\n');
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : [`${title}:`, ...items.map((item) => `- ${item}`)].join('\n');
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gmu, '  ');
}
