import { tasksOf, type Plan } from '#domain/plan/plan.ts';

const MOST_NODES = 40;

/** The milestones of a plan and which builds on which, as folded Mermaid; empty for a plan with fewer than two. */
export function renderMilestoneGraph(plan: Plan): string {
  const milestones = plan.phases.flatMap((phase) => phase.milestones);
  if (milestones.length < 2 || milestones.length > MOST_NODES) return '';
  const home = new Map(milestones.flatMap(({ tasks }, index) => tasks.map((task) => [task.id, index] as const)));
  const nodes = milestones.map(
    ({ name, tasks }, index) =>
      `  m${index}["${label(name)}<br/>${tasks.length} task${tasks.length === 1 ? '' : 's'}"]`,
  );
  const edges = new Set(
    tasksOf(plan).flatMap((task) =>
      task.dependsOn.flatMap((need) => {
        const [from, to] = [home.get(need), home.get(task.id)];
        return from === undefined || to === undefined || from === to ? [] : [`  m${from} --> m${to}`];
      }),
    ),
  );
  const graph = ['```mermaid', 'flowchart LR', ...nodes, ...edges, '```'].join('\n');
  return ['<details><summary>How the milestones build on each other</summary>', graph, '</details>'].join('\n\n');
}

/** Only what Mermaid shows as it stands. */
function label(name: string): string {
  return name
    .replace(/[^\p{L}\p{N} .,:+/()-]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 50);
}
