import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { exportedMembers, moduleAttribute } from '#engine/dependencies/project/module-attribute.ts';
import { loadFromBases, loadFromClass } from '#engine/dependencies/members/class-attributes.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';
import { functionAttributes, memberOfFunction } from '#engine/dependencies/members/function-members.ts';
import { classPrototype, loadFromObject, prototypeOf, fromParent } from '#engine/dependencies/members/prototypes.ts';
import { memberOfProxy, storeInProxy } from '#engine/dependencies/members/proxy-members.ts';
import { externalMember, instanceOf, moduleValue } from '#engine/dependencies/values/shared-values.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** The key of all elements together. */
export const anyElement = '[*]';

/** The key of elements stored under a key that is not known. */
export const unknownKey = '[?]';

/** The attribute of an object that is its class. */
const classOfObject = '__class__';

/** Lets `to` hold what attribute `name` of `object` may be. */
export function loadAttribute(project: ProjectModel, object: Variable, name: string, to: Variable): void {
  project.graph.onValue(object, (value) => loadFrom(project, value, name, to));
}

/** Lets attribute `name` of `object` hold what `from` may be. */
export function storeAttribute(project: ProjectModel, object: Variable, name: string, from: Variable): void {
  project.graph.onValue(object, (id) => storeIn(project, id, name, from));
}

function storeIn(project: ProjectModel, id: ValueId, name: string, from: Variable): void {
  const value = project.graph.valueOf(id);
  if (value.kind === 'module') {
    const file = project.files[value.file];
    const variable = file === undefined ? null : moduleAttribute(project, file, name, new Set());
    if (variable !== null) project.graph.copy(from, variable);
  } else if (value.kind === 'function') {
    project.graph.copy(
      from,
      name === 'prototype' ? prototypeOf(project, id) : ownAttribute(project, functionAttributes(project, id), name),
    );
  } else if (value.kind === 'proxy') {
    const store = (target: ValueId, member: Variable): void => storeIn(project, target, name, member);
    storeInProxy(project, value, name, { from, store });
  } else if ('attributes' in value) {
    giveReceiver(project, id, from);
    if (value.kind === 'instance') value.stored.add(name);
    project.graph.copy(from, ownAttribute(project, value.attributes, name));
  }
}

/** A function that an object is given may be called on it. */
export function giveReceiver(project: ProjectModel, id: ValueId, from: Variable): void {
  const value = project.graph.valueOf(id);
  if (value.kind !== 'object' && value.kind !== 'instance') return;
  const self = value.kind === 'instance' || value.owner === undefined ? id : instanceOf(project, value.owner);
  project.graph.onValue(from, (found) => {
    const given = project.graph.valueOf(found);
    if (given.kind === 'function' && given.receiver >= 0) project.graph.put(given.receiver, self);
  });
}

/** As {@link loadFrom}, of an element: what the class of an object has is none. */
export function loadElementFrom(project: ProjectModel, id: ValueId, key: string, to: Variable): void {
  const value = project.graph.valueOf(id);
  if (value.kind === 'instance') project.graph.copy(ownAttribute(project, value.attributes, key), to);
  else loadFrom(project, id, key, to);
}

/** What attribute `name` of an instance may be: one variable for all who ask, for the objects of a class meet in many places. */
export function memberOf(project: ProjectModel, id: ValueId, name: string): Variable {
  return project.answers.ofInstances.of(id, name, (member) => loadFrom(project, id, name, member));
}

/** Lets `to` hold what attribute `name` of one value may be. */
export function loadFrom(project: ProjectModel, id: ValueId, name: string, to: Variable): void {
  const { graph } = project;
  const value = graph.valueOf(id);
  switch (value.kind) {
    case 'module':
      return loadFromModule(project, value.file, name, to);
    case 'class':
      if (name === 'prototype') return graph.put(to, classPrototype(project, id, value.attributes));
      return loadFromClass(project, id, { name, to, receiver: { self: id, isInstance: false } });
    case 'instance':
      if (name === classOfObject) return graph.put(to, value.of);
      loadFromObject(project, id, name, to);
      return loadFromClass(project, value.of, { name, to, receiver: { self: id, isInstance: true } });
    case 'super':
      return loadFromBases(project, value.of, { name, to, receiver: { self: value.self, isInstance: true } });
    case 'object':
      return loadFromObject(project, id, name, to);
    case 'function':
      if (name === 'prototype') return graph.copy(prototypeOf(project, id), to);
      return graph.copy(memberOfFunction(project, id, name, fromParent), to);
    case 'proxy': {
      const load = (target: ValueId, member: Variable): void => loadFrom(project, target, name, member);
      return graph.copy(memberOfProxy(project, id, { name, load }), to);
    }
    case 'external':
      return graph.put(to, partOf(project, value.name, name) ?? externalMember(project, id, name));
    default:
      return;
  }
}

function loadFromModule(project: ProjectModel, index: number, name: string, to: Variable): void {
  const common = project.commonExports.get(index);
  if (common !== undefined) loadAttribute(project, common.given, name, to);
  const file = project.files[index];
  if (file !== undefined && name === anyElement)
    for (const member of exportedMembers(project, file)) project.graph.copy(member, to);
  const variable = file === undefined ? null : moduleAttribute(project, file, name, new Set());
  if (variable !== null) return project.graph.copy(variable, to);
  const submodule = file === undefined ? null : project.submodule(file, name);
  if (submodule !== null) project.graph.put(to, moduleValue(project, submodule));
}

/** The module that a name of a folder without a file of its own has for a member. */
function partOf(project: ProjectModel, folder: string, name: string): ValueId | null {
  const file = project.parts.size === 0 ? undefined : project.parts.get(`${folder}.${name}`);
  return file === undefined ? null : moduleValue(project, file);
}
