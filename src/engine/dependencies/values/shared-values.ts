import type { AbstractValue, ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

type Role = Extract<AbstractValue, { kind: 'external' }>['role'];

/** A name outside the project. */
export function external(project: ProjectModel, name: string, role: Role = 'name'): ValueId {
  return project.graph.sharedValue(role, name, () => ({ kind: 'external', name, role }));
}

/** The one instance that stands for all instances of a class. */
export function instanceOf(project: ProjectModel, of: ValueId): ValueId {
  return project.graph.sharedValue('instance of', of, () => ({
    kind: 'instance',
    of,
    attributes: new Map(),
    stored: new Set(),
  }));
}

/** A text or number of a type; one whose key is not known is the empty one. */
export function literalValue(project: ProjectModel, type: string, key: string | null): ValueId {
  const sort = type === '' ? 'literal' : `literal ${type}`;
  return project.graph.sharedValue(sort, key ?? '', () => ({ kind: 'literal', key: key === '' ? null : key, type }));
}

/** A file as a value. */
export function moduleValue(project: ProjectModel, file: number): ValueId {
  return project.graph.sharedValue('module', file, () => ({ kind: 'module', file }));
}

/** Chains of names longer than this outside the project (`node.next.next…`) are not followed. */
const deepestExternal = 5;

/**
 * A member of a name outside. Chains end at the first member of an instance: what outside code gives back flows through the
 * project, and naming every path that it takes there would never come to an end.
 */
export function externalMember(project: ProjectModel, id: ValueId, name: string): ValueId {
  const value = project.graph.valueOf(id);
  if (value.kind !== 'external' || value.role === 'end' || !/^[\p{L}_$]/u.test(name)) return id;
  if (value.name.split('.').length > deepestExternal) return id;
  return external(project, `${value.name}.${name}`, value.role === 'instance' ? 'end' : 'name');
}

/** An object of a class or function that the project itself makes. */
export function makeInstance(project: ProjectModel, of: ValueId, to: Variable): ValueId {
  const instance = instanceOf(project, of);
  project.constructed.add(of);
  project.graph.put(to, instance);
  return instance;
}

/** A constructor that gives back an object gives that instead. */
export function giveMade({ graph }: ProjectModel, returned: Variable, to: Variable): void {
  graph.onValue(returned, (id) => {
    if (['instance', 'object', 'proxy'].includes(graph.valueOf(id).kind)) graph.put(to, id);
  });
}
