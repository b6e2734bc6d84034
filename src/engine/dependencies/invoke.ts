import type { ValueId, Variable } from '#engine/dependencies/abstract-value.ts';
import { loadFrom } from '#engine/dependencies/attributes.ts';
import { callBuiltin } from '#engine/dependencies/call-builtin.ts';
import { external, instanceOf } from '#engine/dependencies/shared-values.ts';
import { passArguments, type Argument } from '#engine/dependencies/pass-arguments.ts';
import type { EdgeTarget } from '#engine/dependencies/create-edge-recorder.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';
import type { Site } from '#engine/dependencies/site.ts';

export interface Call {
  readonly site: Site;
  readonly args: readonly Argument[];
  readonly result: Variable;
}

/** Lets every value that the callee may hold be called: records the edge, passes the arguments, takes the result. */
export function invoke(project: ProjectModel, callee: Variable, call: Call): void {
  project.graph.onValue(callee, (id) => invokeValue(project, id, call));
}

export function invokeValue(project: ProjectModel, id: ValueId, call: Call, self: ValueId | null = null): void {
  const value = project.graph.valueOf(id);
  switch (value.kind) {
    case 'function':
      recordCall(project, call, value);
      passArguments(project, value, call.args, self);
      return project.graph.copy(value.result, call.result);
    case 'bound':
      return invokeValue(project, value.target, call, value.self);
    case 'class':
      return construct(project, id, value, call);
    case 'super':
      return invokeMember(project, id, constructorNames, call);
    case 'external':
      return invokeExternal(project, value.name, call);
    case 'instance':
      return invokeMember(project, id, ['__call__'], call);
    default:
      return;
  }
}

type EdgeEnd = Extract<EdgeTarget, { symbol: number }>;

function recordCall(project: ProjectModel, { site }: Call, { symbol, inner = null }: EdgeEnd): void {
  project.edges.record({ site, target: { symbol, inner }, kind: 'call', by: 'value' });
}

const constructorNames = ['__init__', 'constructor', '__new__'];

/** A class that is called: its constructor runs, wherever in the hierarchy it is, and the result is an instance. */
function construct(project: ProjectModel, id: ValueId, { symbol, inner = null }: EdgeEnd, call: Call): void {
  const instance = instanceOf(project, id);
  project.graph.put(call.result, instance);
  // Where there is no `this`, the call is one of `__init__` or none at all; elsewhere a class may have no constructor.
  const kind = call.site.file.tree.grammar.rules.expressions.receiver.length === 0 ? 'data' : 'call';
  project.edges.record({ site: call.site, target: { symbol, inner }, kind, by: 'value' });
  invokeMember(project, instance, constructorNames, call);
}

/** Calls whichever of the named members a value has; the result of a constructor is not the call's. */
export function invokeMember(project: ProjectModel, id: ValueId, names: readonly string[], call: Call): void {
  const isConstructor = names === constructorNames;
  for (const name of names) {
    const member = project.graph.createVariable();
    loadFrom(project, id, name, member);
    const result = isConstructor ? project.graph.createVariable() : call.result;
    project.graph.onValue(member, (found) => {
      const given = project.graph.valueOf(found);
      if (given.kind !== 'external') invokeValue(project, found, { ...call, result });
      else if (name === '__init__' && !given.name.startsWith('<builtin>')) invokeExternal(project, given.name, call);
    });
  }
}

/** Outside code may call the functions that it is given, and gives back instances of outside classes. */
function invokeExternal(project: ProjectModel, name: string, call: Call): void {
  project.edges.record({ site: call.site, target: { external: name }, kind: 'call', by: 'value' });
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (/^[A-Z]/u.test(last)) project.graph.put(call.result, external(project, name, 'instance'));
  const { args, result } = call;
  if (name.startsWith('<builtin>.'))
    callBuiltin(project, name, {
      args,
      result,
      callBack: (given, elements) => callBack(project, { ...call, result: given }, elements),
    });
  else callBack(project, call, project.graph.createVariable());
}

/** Calls the function arguments of a call to outside code. */
export function callBack(project: ProjectModel, call: Call, elements: Variable): void {
  for (const { variable } of call.args) {
    project.graph.onValue(variable, (id) => {
      const value = project.graph.valueOf(id);
      if (value.kind !== 'function' && value.kind !== 'bound') return;
      const args = [elements, elements, elements].map((each) => ({ variable: each, name: null, isSpread: false }));
      invokeValue(project, id, { site: call.site, args, result: call.result });
    });
  }
}
