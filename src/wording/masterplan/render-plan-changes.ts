import { comparePlans } from '#domain/plan/compare-plans.ts';
import { tasksOf, type Plan } from '#domain/plan/plan.ts';
import { inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import type { PlanState } from '#domain/run/run.ts';

const SHOWN = 30;

/** What a revision changed, as Markdown; empty for a first plan and once the plan is approved. */
export function renderPlanChanges(state: PlanState, previous: Plan | null, plan: Plan): string {
  if (previous === null || state.approvedBy !== null) return '';
  const { added, changed, dropped, kept } = comparePlans(previous, plan);
  const titles = new Map([...tasksOf(previous), ...tasksOf(plan)].map(({ id, title }) => [id, title]));
  const line = (what: string, ids: readonly string[]): string[] => {
    if (ids.length === 0) return [];
    const shown = ids.slice(0, SHOWN).map((id) => `${id} ${inlineMarkdown(titles.get(id) ?? '', 80)}`);
    const more = ids.length > SHOWN ? `; and ${ids.length - SHOWN} more` : '';
    return [`- **${what}**: ${shown.join('; ')}${more}`];
  };
  const lines = [...line('Added', added), ...line('Changed', changed), ...line('Dropped', dropped)];
  const same =
    ['No task is as it was', 'One task is as it was'][kept.length] ?? `${kept.length} tasks are as they were`;
  const built = state.tasks.filter((task) => task.kept === true).length;
  const stays = built === 0 ? '' : `; what I wrote for ${built === 1 ? 'one task' : `${built} tasks`} stays`;
  return [
    '**What changed since the plan before**',
    '',
    ...(lines.length === 0 ? ['- No task changed.'] : lines),
    `- ${same}${stays}.`,
  ].join('\n');
}
