import { childInField, kindName, textOf } from '#domain/atom/tree-navigation.ts';
import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import { invokeValue } from '#engine/dependencies/calls/invoke.ts';
import type { FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { anyElement, unknownKey } from '#engine/dependencies/members/attributes.ts';
import { isGiven } from '#engine/dependencies/members/class-attributes.ts';
import { keyOf } from '#engine/dependencies/members/key-of.ts';
import { loadByKey } from '#engine/dependencies/members/load-by-key.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/**
 * `object.on(event, listener)` and `object.emit(event, …)` of emitters from outside: the one keeps a function for the object, under the
 * event, and the other calls what is kept there.
 */
export function callListeners(reader: FlowReader, calleeNode: number, call: Call): void {
  const { tree, project } = reader;
  const { member, listeners } = tree.grammar.rules.expressions;
  const shape = member[kindName(tree, calleeNode)];
  if (shape === undefined || listeners === undefined) return;
  const name = textOf(tree, childInField(tree, calleeNode, shape.name));
  const act = listeners.add.has(name) ? keepListener : listeners.call.has(name) ? callKept : null;
  if (act === null) return;
  project.graph.onValue(reader.read(childInField(tree, calleeNode, shape.object)), (id) => {
    const self = objectOf(project, id);
    project.later.run(() => {
      if (!hasOwn(project, id, name)) act(project, self, call);
    });
  });
}

function keepListener(project: ProjectModel, self: ValueId, { args: [event, listener] }: Call): void {
  const { graph } = project;
  const kept = graph.valueOf(keptOf(project, self));
  if (event === undefined || listener === undefined || kept.kind !== 'object') return;
  // Not stored as members are: a listener is called on the emitter, not on what keeps it.
  const keep = (key: string): void => graph.copy(listener.variable, ownAttribute(project, kept.attributes, key));
  const named = event.isSpread ? -1 : event.variable;
  graph.onValue(named, (id) => keep(keyOf(graph.valueOf(id)) ?? unknownKey));
  if (graph.count(named) === 0) keep(unknownKey);
  keep(anyElement);
}

function callKept(project: ProjectModel, self: ValueId, call: Call): void {
  const [event, ...args] = call.args;
  if (event === undefined) return;
  const found = project.graph.createVariable();
  const kept = project.graph.createVariable();
  project.graph.put(kept, keptOf(project, self));
  loadByKey(project, { object: kept, key: event.isSpread ? -1 : event.variable }, found);
  const result = project.graph.createVariable();
  project.graph.onValue(found, (listener) => invokeValue(project, listener, { ...call, args, result }, self));
}

/** What listens to one object: event → functions. */
function keptOf({ graph }: ProjectModel, self: ValueId): ValueId {
  return graph.sharedValue('listeners', self, () => ({ kind: 'object', attributes: new Map<string, Variable>() }));
}

function objectOf({ graph }: ProjectModel, id: ValueId): ValueId {
  const value = graph.valueOf(id);
  return value.kind === 'super' ? value.self : id;
}

/** Whether the project itself says what that method does. */
function hasOwn(project: ProjectModel, id: ValueId, name: string): boolean {
  const value = project.graph.valueOf(id);
  if (value.kind === 'instance') return isGiven(project, id, name);
  const own = value.kind === 'object' ? value.attributes.get(name) : undefined;
  return own !== undefined && project.graph.count(own) > 0;
}
