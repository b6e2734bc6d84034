import type { Variable } from '#engine/dependencies/abstract-value.ts';
import { anyElement, loadFrom, ownAttribute } from '#engine/dependencies/attributes.ts';
import type { Argument } from '#engine/dependencies/pass-arguments.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';

/** Functions of the language that give back a container of the same elements, and where it stands among the arguments. */
const keepers: ReadonlyMap<string, number> = new Map(
  ['list', 'tuple', 'set', 'sorted', 'reversed', 'iter', 'dict']
    .map((name): [string, number] => [`<builtin>.${name}`, 0])
    .concat([['<builtin>.filter', 1]]),
);

export interface BuiltinCall {
  readonly args: readonly Argument[];
  readonly result: Variable;
  /** Calls the function arguments with the elements. */
  readonly callBack: (result: Variable, elements: Variable) => void;
}

/** What is known of a call to a function of the language: its callbacks get the elements, and what it gives back. */
export function callBuiltin(project: ProjectModel, name: string, call: BuiltinCall): void {
  const { graph } = project;
  const elements = graph.createVariable();
  for (const { variable } of call.args)
    graph.onValue(variable, (id) => {
      if (graph.valueOf(id).kind === 'object') loadFrom(project, id, anyElement, elements);
    });
  const isMap = name === '<builtin>.map';
  const results = isMap ? graph.createVariable() : call.result;
  call.callBack(results, elements);
  const kept = call.args[keepers.get(name) ?? -1];
  if (kept !== undefined) graph.copy(kept.variable, call.result);
  if (isMap) putList(project, results, call.result);
}

/** Lets a variable hold a list of which only the elements together are known. */
function putList(project: ProjectModel, elements: Variable, to: Variable): void {
  const attributes = new Map<string, Variable>();
  project.graph.copy(elements, ownAttribute(project, attributes, anyElement));
  project.graph.put(to, project.graph.createValue({ kind: 'object', attributes }));
}
