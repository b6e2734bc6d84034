import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { anyElement, loadFrom, storeAttribute } from '#engine/dependencies/members/attributes.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';
import { loadByKey } from '#engine/dependencies/members/load-by-key.ts';
import type { Argument } from '#engine/dependencies/calls/pass-arguments.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { putList } from '#engine/dependencies/flow/put-typed.ts';

export interface BuiltinCall {
  readonly args: readonly Argument[];
  readonly result: Variable;
  /** Calls the function arguments with the elements. */
  readonly callBack: (result: Variable, elements: Variable) => void;
  /** Lets a variable hold what members are: properties are called. */
  readonly take: (members: Variable, to: Variable) => void;
}

/** What a function of the language gives back, from its arguments and their elements. */
type Builtin = (project: ProjectModel, call: BuiltinCall, elements: Variable) => void;

const keepArgument =
  (position: number): Builtin =>
  (project, { args, result }) =>
    project.graph.copy(args[position]?.variable ?? -1, result);

const giveElements: Builtin = (project, { result }, elements) => project.graph.copy(elements, result);

const builtins: Readonly<Record<string, Builtin>> = {
  iter: keepArgument(0),
  reversed: keepArgument(0),
  filter: keepArgument(1),
  next: giveElements,
  min: giveElements,
  max: giveElements,
  map: (project, { result, callBack }, elements) => {
    const mapped = project.graph.createVariable();
    callBack(mapped, elements);
    putList(project, mapped, result);
  },
  enumerate: (project, { result }, elements) => putTuples(project, [-1, elements], result),
  zip: (project, { args, result }) => {
    const columns = args.map(({ variable }) => {
      const column = project.graph.createVariable();
      loadElements(project, variable, column);
      return column;
    });
    putTuples(project, columns, result);
  },
  getattr: (project, { args: [object, name, other], result, take }) => {
    project.graph.copy(other?.variable ?? -1, result);
    const members = project.graph.createVariable();
    if (object !== undefined) loadByKey(project, { object: object.variable, key: name?.variable ?? -1 }, members);
    take(members, result);
  },
  setattr: (project, { args: [object, name, value] }) => {
    project.graph.onValue(name?.variable ?? -1, (id) => {
      const key = project.graph.valueOf(id);
      if (key.kind === 'literal' && key.key !== null)
        storeAttribute(project, object?.variable ?? -1, key.key, value?.variable ?? -1);
    });
  },
  type: (project, { args: [object], result }) => {
    project.graph.onValue(object?.variable ?? -1, (id) => {
      const value = project.graph.valueOf(id);
      if (value.kind === 'instance') project.graph.put(result, value.of);
    });
  },
  property: (project, { args: [getter], result }) => {
    project.graph.onValue(getter?.variable ?? -1, (id) => {
      const value = project.graph.valueOf(id);
      if (value.kind !== 'function') return;
      const made = project.graph.sharedValue('property', id, () => ({ ...value, accessor: 'get' }));
      project.graph.put(result, made);
    });
  },
};

/** What is known of a call to a function of the language: its callbacks get the elements, and what it gives back. */
export function callBuiltin(project: ProjectModel, name: string, call: BuiltinCall): void {
  const { graph } = project;
  const elements = graph.createVariable();
  for (const { variable } of call.args) loadElements(project, variable, elements);
  const short = name.replace('<builtin>.', '');
  const builtin = Object.hasOwn(builtins, short) ? builtins[short] : undefined;
  if (builtin !== undefined) builtin(project, call, elements);
  if (short !== 'map') call.callBack(builtin === undefined ? call.result : graph.createVariable(), elements);
}

/** Lets a variable hold the elements of a container. */
export function loadElements(project: ProjectModel, container: Variable, to: Variable): void {
  project.graph.onValue(container, (id) => {
    if (project.graph.valueOf(id).kind === 'object') loadFrom(project, id, anyElement, to);
  });
}

/** A list of tuples with these columns. */
export function putTuples(project: ProjectModel, columns: readonly Variable[], to: Variable): void {
  const attributes = new Map<string, Variable>();
  columns.forEach((column, position) => {
    project.graph.copy(column, ownAttribute(project, attributes, `${position}`));
    project.graph.copy(column, ownAttribute(project, attributes, anyElement));
  });
  const tuple = project.graph.createVariable();
  project.graph.put(tuple, project.graph.createValue({ kind: 'object', attributes }));
  putList(project, tuple, to);
}
