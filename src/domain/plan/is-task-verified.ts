import type { Run } from '#domain/run/run.ts';

/** Whether everything of an included task is validated; settings and documents have no symbols and come with the first level. */
export function isTaskVerified({ build, plan }: Run, id: string): boolean {
  const included = plan?.tasks.some((task) => task.id === id && task.included) ?? false;
  if (!included || build === null || build.committedLevels === 0) return false;
  const symbols = Object.values(build.symbols).filter((each) => each.task === id && each.progress !== 'existing');
  return symbols.every((symbol) => symbol.progress === 'validated');
}

/** The tasks whose boxes are ticked. */
export function verifiedTasks(run: Run): string[] {
  return (run.plan?.tasks ?? []).map((task) => task.id).filter((id) => isTaskVerified(run, id));
}
