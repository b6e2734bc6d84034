import type { AbstractValue, ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { functionAttributes, giveParent, parentKey } from '#engine/dependencies/members/function-members.ts';
import { moduleAttribute } from '#engine/dependencies/project/module-attribute.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { instanceOf } from '#engine/dependencies/values/shared-values.ts';

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
  return project.graph.sharedValue('prototype', owner, () => ({ kind: 'object', attributes, owner }));
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
    if (value.kind === 'function') giveParent(project, id, { parent, fromParent });
  });
}

/** Lets `to` hold what a literal object or an instance has under a name, itself or from its parents. */
export function loadFromObject(project: ProjectModel, id: ValueId, name: string, to: Variable): void {
  const value = project.graph.valueOf(id);
  if (value.kind !== 'object' && value.kind !== 'instance') return;
  const parents = parentsOf(project, value);
  if (parents.length === 0) project.graph.copy(ownAttribute(project, value.attributes, name), to);
  else project.graph.copy(inherited(project, id, name), to);
}

/** What an object with parents has under a name: made once, since many places ask, and parents may go round. */
function inherited(project: ProjectModel, id: ValueId, name: string): Variable {
  return project.answers.ofObjects.of(id, name, (all) => {
    const { graph } = project;
    const value = graph.valueOf(id);
    if (value.kind !== 'object' && value.kind !== 'instance') return;
    graph.copy(ownAttribute(project, value.attributes, name), all);
    for (const parent of parentsOf(project, value))
      graph.onValue(parent, (next) => graph.copy(fromParent(project, next, name), all));
    // Methods that come from a parent are called on this object.
    graph.onValue(all, (found) => {
      const given = graph.valueOf(found);
      if (given.kind === 'function' && given.receiver >= 0) graph.put(given.receiver, selfOf(project, id, value));
    });
  });
}

/** A parent may be a module: `{ ...module }`. */
export function fromParent(project: ProjectModel, id: ValueId, name: string): Variable {
  const value = project.graph.valueOf(id);
  const file = value.kind === 'module' ? project.files[value.file] : undefined;
  return file === undefined ? inherited(project, id, name) : (moduleAttribute(project, file, name, new Set()) ?? -1);
}

function parentsOf(project: ProjectModel, value: Holder): Variable[] {
  const made = value.kind === 'instance' ? project.graph.valueOf(value.of) : null;
  const own = value.attributes.get(parentKey);
  return [
    ...(made?.kind === 'function' && value.kind === 'instance' ? [prototypeOf(project, value.of)] : []),
    ...(own === undefined ? [] : [own]),
  ];
}

/** The prototype of a function stands for the objects that it makes. */
function selfOf(project: ProjectModel, id: ValueId, value: Holder): ValueId {
  return value.kind === 'object' && value.owner !== undefined ? instanceOf(project, value.owner) : id;
}

type Holder = Extract<AbstractValue, { kind: 'object' | 'instance' }>;
