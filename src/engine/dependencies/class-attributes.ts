import type { AbstractValue, ValueId, Variable } from '#engine/dependencies/abstract-value.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';
import { externalMember } from '#engine/dependencies/shared-values.ts';

/** Whose attribute is asked for. */
export interface Receiver {
  readonly self: ValueId;
  readonly isInstance: boolean;
  /** Classes asked already: a class may stand among its own bases. */
  readonly seen: Set<ValueId>;
}

/** A class's own attribute hides those of its bases. */
export function loadFromClass(
  project: ProjectModel,
  id: ValueId,
  name: string,
  to: Variable,
  receiver: Receiver,
): void {
  const value = project.graph.valueOf(id);
  if (value.kind !== 'class' || receiver.seen.has(id)) return;
  receiver.seen.add(id);
  const own = value.attributes.get(name);
  if (own === undefined) return loadFromBases(project, id, name, to, receiver);
  project.graph.onValue(own, (found) => project.graph.put(to, bind(project, found, receiver)));
}

export function loadFromBases(
  project: ProjectModel,
  id: ValueId,
  name: string,
  to: Variable,
  receiver: Receiver,
): void {
  const value = project.graph.valueOf(id);
  if (value.kind !== 'class') return;
  const [first, ...others] = value.bases;
  if (first === undefined) return;
  for (const base of [first, ...others]) {
    project.graph.onValue(base, (found) => {
      if (isShadowed(project, value, base, name)) return;
      const parent = project.graph.valueOf(found);
      if (parent.kind === 'class') loadFromClass(project, found, name, to, receiver);
      else if (parent.kind === 'external') project.graph.put(to, externalMember(project, found, name));
    });
  }
}

/** An earlier base that has the attribute itself is asked first. */
function isShadowed(project: ProjectModel, value: AbstractValue, base: Variable, name: string): boolean {
  if (value.kind !== 'class') return false;
  const earlier = value.bases.slice(0, value.bases.indexOf(base));
  return earlier.some((variable) => [...project.graph.holds(variable)].some((id) => hasAttribute(project, id, name)));
}

function hasAttribute(project: ProjectModel, id: ValueId, name: string, depth = 0): boolean {
  const value = project.graph.valueOf(id);
  if (value.kind !== 'class' || depth > 20) return false;
  if (value.attributes.has(name)) return true;
  return value.bases.some((base) =>
    [...project.graph.holds(base)].some((parent) => hasAttribute(project, parent, name, depth + 1)),
  );
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
