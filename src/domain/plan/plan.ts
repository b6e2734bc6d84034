import { z } from 'zod';

/** A symbol that a task promises to export, with the header that other tasks rely on. */
export const PlannedExport = z.object({ file: z.string(), name: z.string(), signature: z.string() });
export type PlannedExport = z.infer<typeof PlannedExport>;

/** A leaf of the masterplan: about 80 lines of code, drafted in one call. */
export const PlannedTask = z.object({
  id: z.string().describe('T1, T2, … kept through revisions'),
  title: z.string(),
  description: z.string(),
  files: z.array(z.string()).describe('every file the task writes, tests excluded; paths from the root'),
  tests: z.array(z.string()).describe('every test file the task writes'),
  exports: z.array(PlannedExport),
  dependsOn: z.array(z.string()).describe('task ids'),
  acceptance: z.array(z.string()),
  linesOfCode: z.number().describe('expected lines of code, tests excluded'),
});
export type PlannedTask = z.infer<typeof PlannedTask>;

export const PlannedMilestone = z.object({ id: z.string(), name: z.string(), tasks: z.array(PlannedTask) });
export type PlannedMilestone = z.infer<typeof PlannedMilestone>;

export const PlannedPhase = z.object({ id: z.string(), name: z.string(), milestones: z.array(PlannedMilestone) });
export type PlannedPhase = z.infer<typeof PlannedPhase>;

/** The masterplan: phases → milestones → tasks. */
export const Plan = z.object({ title: z.string(), summary: z.string(), phases: z.array(PlannedPhase) });
export type Plan = z.infer<typeof Plan>;

/** All tasks of a plan, in the order in which they are written down. */
export function tasksOf(plan: Plan): PlannedTask[] {
  return plan.phases.flatMap((phase) => phase.milestones.flatMap((milestone) => milestone.tasks));
}
