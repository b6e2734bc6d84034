import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { bind, type Receiver } from '#engine/dependencies/calls/bind-receiver.ts';
import { classOrder } from '#engine/dependencies/members/class-order.ts';
import { heirsWith, mayBeAbstract } from '#engine/dependencies/members/load-from-heirs.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';
import { isOutsideClass, outsideMember } from '#engine/dependencies/members/outside-class.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { instanceOf } from '#engine/dependencies/values/shared-values.ts';

/** What is asked: let `to` hold what the name may be. */
export interface Lookup {
  readonly name: string;
  readonly to: Variable;
  readonly receiver: Receiver;
}

/** A class's own attribute hides those of its bases. */
export function loadFromClass(project: ProjectModel, id: ValueId, lookup: Lookup): void {
  loadOnce(project, 2 * id, lookup, (all) => {
    if (lookup.receiver.isInstance) loadInherited(project, id, all);
    loadFirst(project, classOrder(project, id), all);
    watchBases(project, id, all);
    project.atLast.run(() => loadLate(project, id, all));
  });
}

/** Where nothing was found: what the class was given later, or what those that come from it have. */
function loadLate(project: ProjectModel, id: ValueId, lookup: Lookup): void {
  if (project.graph.count(lookup.to) > 0) return;
  const order = classOrder(project, id);
  const isOwn = order.some((each) => hasMember(project, each, lookup.name));
  if (isOwn) loadFirst(project, order, lookup);
  else if (lookup.receiver.isInstance && mayBeAbstract(lookup.name)) loadFromHeirs(project, id, lookup);
}

/** What an abstract class asks of its objects, the classes that come from it have. */
function loadFromHeirs(project: ProjectModel, id: ValueId, lookup: Lookup): void {
  for (const heir of heirsWith(project, id, lookup.name))
    loadFirst(project, classOrder(project, heir), {
      ...lookup,
      receiver: { self: instanceOf(project, heir), isInstance: true },
    });
}

/** As `super` asks: not the class itself. */
export function loadFromBases(project: ProjectModel, id: ValueId, lookup: Lookup): void {
  loadOnce(project, 2 * id + 1, lookup, (all) => {
    loadFirst(project, classOrder(project, id).slice(1), all);
    watchBases(project, id, all);
  });
}

/** Many places ask the same (`where`: a number for the class and the way to ask it): the answer is made once, when the classes are known. */
function loadOnce(project: ProjectModel, where: number, lookup: Lookup, load: (all: Lookup) => void): void {
  const { name, to, receiver } = lookup;
  const { receivers, ofClasses } = project.answers;
  const asked = receivers.of(where, receiver.self);
  const answer = ofClasses.of(asked, name, (all) => project.later.run(() => load({ ...lookup, to: all })));
  project.graph.copy(answer, to);
}

/**
 * The first class that has the attribute gives it. What outside classes have is not known: they are asked last, and not
 * at all for what the instance was given by the project.
 */
function loadFirst(project: ProjectModel, order: readonly ValueId[], { name, to, receiver }: Lookup): void {
  for (const id of order) {
    const value = project.graph.valueOf(id);
    const own = value.kind === 'class' ? value.attributes.get(name) : undefined;
    if (own === undefined) continue;
    return project.graph.onValue(own, (found) => project.graph.put(to, bind(project, found, receiver)));
  }
  if (receiver.isInstance && isStored(project, order, name)) return;
  const outside = order.find((id) => isOutsideClass(project, id));
  if (outside !== undefined) project.graph.put(to, outsideMember(project, outside, receiver, name));
}

/** What methods of a base store in their object, objects of the class have too. */
function loadInherited(project: ProjectModel, id: ValueId, { name, to }: Lookup): void {
  for (const base of classOrder(project, id).slice(1)) {
    const instance = project.graph.valueOf(instanceOf(project, base));
    if (instance.kind === 'instance') project.graph.copy(ownAttribute(project, instance.attributes, name), to);
  }
}

/** Whether an object of the project's classes has an attribute: its own, or one of a class. */
export function isGiven(project: ProjectModel, id: ValueId, name: string): boolean {
  const value = project.graph.valueOf(id);
  if (value.kind !== 'instance') return false;
  const order = classOrder(project, value.of);
  return order.some((each) => hasMember(project, each, name)) || isStored(project, order, name);
}

function hasMember({ graph }: ProjectModel, id: ValueId, name: string): boolean {
  const value = graph.valueOf(id);
  return value.kind === 'class' && value.attributes.has(name);
}

function isStored(project: ProjectModel, order: readonly ValueId[], name: string): boolean {
  return order.some((id) => {
    const value = project.graph.valueOf(instanceOf(project, id));
    return value.kind === 'instance' && value.stored.has(name);
  });
}

/** Bases that turn up when the order is settled are asked as well. */
function watchBases(project: ProjectModel, id: ValueId, lookup: Lookup): void {
  const value = project.graph.valueOf(id);
  if (value.kind !== 'class') return;
  for (const base of value.bases) {
    const known = new Set(project.graph.holds(base));
    project.graph.onValue(base, (found) => {
      if (!known.has(found)) loadFirst(project, classOrder(project, found), lookup);
    });
  }
}
