import type { AbstractValue, ValueId, Variable } from '#engine/dependencies/abstract-value.ts';
import { bind } from '#engine/dependencies/bind-receiver.ts';
import { ownAttribute } from '#engine/dependencies/own-attribute.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';

/** The attribute that holds what an object takes its other attributes from. */
export const parentKey = '[[parent]]';

/** The attributes that a function has as an object. */
export function functionAttributes(project: ProjectModel, id: ValueId): Map<string, Variable> {
  const known = project.functionAttributes.get(id);
  if (known !== undefined) return known;
  const made = new Map<string, Variable>();
  project.functionAttributes.set(id, made);
  return made;
}

/** What objects made by a function take their attributes from: `F.prototype`. */
export function prototypeOf(project: ProjectModel, id: ValueId): Variable {
  const attributes = functionAttributes(project, id);
  const known = attributes.get('prototype');
  if (known !== undefined) return known;
  const variable = ownAttribute(project, attributes, 'prototype');
  project.graph.put(variable, createObject(project, id));
  return variable;
}

/** The attributes of a class are those of its prototype. */
export function classPrototype(project: ProjectModel, owner: ValueId, attributes: Map<string, Variable>): ValueId {
  return project.graph.sharedValue(`prototype:${owner}`, () => ({ kind: 'object', attributes, owner }));
}

/** An object that may get a parent. */
export function createObject(project: ProjectModel, owner?: ValueId): ValueId {
  const attributes = new Map([[parentKey, project.graph.createVariable()]]);
  return project.graph.createValue({ kind: 'object', attributes, ...(owner === undefined ? {} : { owner }) });
}

/** Lets `child` take the attributes that it does not have from what `parent` holds. */
export function addParent(project: ProjectModel, child: Variable, parent: Variable): void {
  project.graph.onValue(child, (id) => {
    const value = project.graph.valueOf(id);
    if (value.kind === 'object' || value.kind === 'instance')
      project.graph.copy(parent, ownAttribute(project, value.attributes, parentKey));
  });
}

interface Wanted {
  readonly name: string;
  readonly to: Variable;
  /** The object that was asked first: methods know it. */
  readonly self: ValueId;
  /** Those that were asked: parents may be shared, and go round. */
  readonly asked?: Set<ValueId>;
}

/** Lets `to` hold what a literal object, or the parents it has, has under a name. */
export function loadFromObject(project: ProjectModel, id: ValueId, wanted: Wanted, depth = 0): void {
  const { graph } = project;
  const value = graph.valueOf(id);
  if ((value.kind !== 'object' && value.kind !== 'instance') || wanted.asked?.has(id) === true) return;
  wanted.asked?.add(id);
  const own = ownAttribute(project, value.attributes, wanted.name);
  // What stands in the object itself, or in the prototype of its function, knows the object already.
  if (depth === 0 || (depth === 1 && 'owner' in value)) graph.copy(own, wanted.to);
  else
    graph.onValue(own, (found) => graph.put(wanted.to, bind(project, found, { self: wanted.self, isInstance: true })));
  const made = value.kind === 'instance' ? graph.valueOf(value.of) : null;
  const parents = made?.kind === 'function' ? [prototypeOf(project, idOf(value))] : [];
  const parent = value.attributes.get(parentKey);
  if (parent !== undefined) parents.push(parent);
  if (parents.length === 0) return;
  const inherited = { ...wanted, asked: wanted.asked ?? new Set([id]) };
  for (const each of parents) graph.onValue(each, (next) => loadFromObject(project, next, inherited, depth + 1));
}

function idOf(value: AbstractValue): ValueId {
  return value.kind === 'instance' ? value.of : -1;
}
