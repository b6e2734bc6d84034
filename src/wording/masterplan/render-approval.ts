import { inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import type { PlanState, Run } from '#domain/run/run.ts';

/** The end of the plan comment: the approval box and how to approve or change the plan, or who approved it. */
export function renderApproval(run: Run, state: PlanState, ticked: boolean): string {
  if (state.approvedBy !== null) {
    return `Approved by ${inlineMarkdown(state.approvedBy, 60)}. A box is ticked when everything of its task passed its checks.`;
  }
  return [
    '---',
    `- [${ticked ? 'x' : ' '}] **Approve this plan** <!-- mge:approve:${state.hash} -->`,
    '',
    ...renderMissing(state),
    'I build nothing before somebody with write access approves. Three ways on:',
    '- **Approve**: tick the box above, or reply `/mge approve`.',
    '- **Leave something out**: untick its task first.',
    '- **Change it**: reply `/mge revise` and what should be different.',
    ...(run.budgetUsd < state.estimate.usdHigh
      ? ['', `The price may reach the cap of $${run.budgetUsd.toFixed(2)}; I would stop there and ask.`]
      : []),
  ].join('\n');
}

function renderMissing({ tasks }: PlanState): string[] {
  const out = new Set(tasks.filter((task) => !task.included).map(({ id }) => id));
  const missing = tasks
    .filter((task) => task.included)
    .flatMap(({ id, dependsOn }) => dependsOn.filter((need) => out.has(need)).map((need) => `${id} needs ${need}`));
  return missing.length === 0 ? [] : [`⚠️ ${missing.join(', ')}: tick what is needed, or untick what needs it.`, ''];
}
