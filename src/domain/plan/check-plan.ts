import { checkFiles } from '#domain/plan/check-plan-files.ts';
import { findTaskCycle } from '#domain/plan/find-task-cycle.ts';
import { tasksOf, type Plan, type PlannedTask } from '#domain/plan/plan.ts';

export interface PlanRules {
  /** `protected_paths` of the settings. */
  readonly protectedPaths: readonly string[];
  /** Ids of tasks that people unticked: they must not come back. */
  readonly leftOut: readonly string[];
}

const MOST_TASKS = 200;
const MOST_LINES = 400;

/** Everything that is wrong with a plan, one sentence each, for the model and for people; empty for a plan that holds. */
export function checkPlan(plan: Plan, rules: PlanRules): string[] {
  const tasks = tasksOf(plan);
  if (tasks.length === 0) return ['The plan has no task.'];
  if (tasks.length > MOST_TASKS) return [`The plan has ${tasks.length} tasks; at most ${MOST_TASKS} are possible.`];
  const cycle = findTaskCycle(tasks);
  return [
    ...checkGroups(plan),
    ...duplicates(tasks.map(({ id }) => id)).map((id) => `The task id ${id} is used more than once.`),
    ...tasks.flatMap((task) => checkTask(task, new Set(tasks.map(({ id }) => id)), rules)),
    ...(cycle === null ? [] : [`Tasks depend on each other in a circle: ${cycle}.`]),
    ...tasks.flatMap(checkExports),
    ...checkFiles(tasks, rules.protectedPaths),
  ];
}

function checkGroups({ title, phases }: Plan): string[] {
  const milestones = phases.flatMap((phase) => phase.milestones);
  return [
    ...(title.trim() === '' ? ['The plan has no title.'] : []),
    ...duplicates(phases.map(({ id }) => id)).map((id) => `The phase id ${id} is used more than once.`),
    ...duplicates(milestones.map(({ id }) => id)).map((id) => `The milestone id ${id} is used more than once.`),
    ...milestones.filter(({ tasks }) => tasks.length === 0).map(({ id }) => `The milestone ${id} has no task.`),
  ];
}

function checkTask(task: PlannedTask, ids: ReadonlySet<string>, { leftOut }: PlanRules): string[] {
  const { id, dependsOn, linesOfCode } = task;
  return [
    ...(/^T[1-9]\d{0,3}$/u.test(id)
      ? []
      : [`The task id ${JSON.stringify(id.slice(0, 40))} must be T and a number, such as T7.`]),
    ...(leftOut.includes(id) ? [`${id} was taken out by the team and must not be planned again.`] : []),
    ...(task.title.trim() === '' ? [`${id} has no title.`] : []),
    ...(task.files.length + task.tests.length === 0 ? [`${id} writes no file.`] : []),
    ...(task.acceptance.length === 0 ? [`${id} has no acceptance criterion.`] : []),
    ...(linesOfCode >= 1 && linesOfCode <= MOST_LINES
      ? []
      : [`${id} expects ${linesOfCode} lines of code; a task has 1 to ${MOST_LINES}, about 80.`]),
    ...dependsOn
      .filter((each) => !ids.has(each))
      .map((each) => `${id} depends on ${each.slice(0, 40)}, which is not in the plan.`),
  ];
}

function checkExports({ id, files, exports }: PlannedTask): string[] {
  const named = exports.map(({ file, name }) => `${file}: ${name}`);
  return [
    ...exports
      .filter(({ file }) => !files.includes(file))
      .map(({ file, name }) => `${id} exports ${name} from ${file}, a file that it does not write.`),
    ...exports
      .filter(({ name }) => !/^[\p{L}_$][\p{L}\p{N}_$.]*$/u.test(name))
      .map(({ name }) => `${id} exports ${JSON.stringify(name.slice(0, 60))}, which is not a name.`),
    ...exports
      .filter(({ name, signature }) => !signature.includes(name.split('.').at(-1) ?? name))
      .map(({ name }) => `${id}: the signature of ${name} must be its declaration's header and hold its name.`),
    ...duplicates(named).map((each) => `${id} lists ${each} twice among its exports.`),
  ];
}

function duplicates(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
