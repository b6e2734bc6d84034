import type { ValueId } from '#engine/dependencies/values/abstract-value.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import type { Argument } from '#engine/dependencies/calls/pass-arguments.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** `f = f.bind(…)` in a loop makes no more than these. */
const deepest = 3;

const callable = new Set(['function', 'bound', 'partial', 'class', 'instance']);

/** Lets the result of a call be something that is called with these arguments first. */
export function makePartial(
  { graph }: ProjectModel,
  target: ValueId,
  args: readonly Argument[],
  { site, result }: Pick<Call, 'site' | 'result'>,
): void {
  const value = graph.valueOf(target);
  if (!callable.has(value.kind)) return;
  const depth = value.kind === 'partial' ? value.depth + 1 : 0;
  if (args.length === 0 || depth >= deepest) return graph.put(result, target);
  const key = `${target}:${site.file.index}:${site.node}`;
  graph.put(
    result,
    graph.sharedValue('partial', key, () => ({ kind: 'partial', target, args, depth })),
  );
}

/** Functions of Python's library that make one of their first argument and the others. */
const makers = new Set(['functools.partial', 'functools.partialmethod']);

/** `partial(f, …)`; false when the name is not of such a function. */
export function callPartial(project: ProjectModel, name: string, call: Call): boolean {
  const [target, ...args] = call.args;
  if (!makers.has(name) || target === undefined) return false;
  project.graph.onValue(target.variable, (id) => makePartial(project, id, args, call));
  return true;
}
