import type { ValueId, Variable } from '#engine/dependencies/abstract-value.ts';
import { classOrder } from '#engine/dependencies/class-order.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';
import { externalMember } from '#engine/dependencies/shared-values.ts';

/** Whose attribute is asked for. */
export interface Receiver {
  readonly self: ValueId;
  readonly isInstance: boolean;
}

/** What is asked: let `to` hold what the name may be. */
export interface Lookup {
  readonly name: string;
  readonly to: Variable;
  readonly receiver: Receiver;
}

/** A class's own attribute hides those of its bases. */
export function loadFromClass(project: ProjectModel, id: ValueId, lookup: Lookup): void {
  project.later.run(() => {
    loadFirst(project, classOrder(project, id), lookup);
    watchBases(project, id, lookup);
  });
}

/** As `super` asks: not the class itself. */
export function loadFromBases(project: ProjectModel, id: ValueId, lookup: Lookup): void {
  project.later.run(() => {
    loadFirst(project, classOrder(project, id).slice(1), lookup);
    watchBases(project, id, lookup);
  });
}

/** The first class that has the attribute gives it. */
function loadFirst(project: ProjectModel, order: readonly ValueId[], { name, to, receiver }: Lookup): void {
  for (const id of order) {
    const value = project.graph.valueOf(id);
    if (value.kind === 'external') return project.graph.put(to, externalMember(project, id, name));
    const own = value.kind === 'class' ? value.attributes.get(name) : undefined;
    if (own === undefined) continue;
    return project.graph.onValue(own, (found) => project.graph.put(to, bind(project, found, receiver)));
  }
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

/** A function taken from an instance or class knows it; everything else is itself. */
function bind(project: ProjectModel, id: ValueId, { self, isInstance }: Receiver): ValueId {
  const value = project.graph.valueOf(id);
  if (value.kind !== 'function') return id;
  const isBound =
    value.binding === 'class' ||
    (value.binding === 'self' && isInstance) ||
    (value.receiver >= 0 && value.binding !== 'none');
  return isBound ? project.graph.sharedValue(`bound:${id}:${self}`, () => ({ kind: 'bound', target: id, self })) : id;
}
