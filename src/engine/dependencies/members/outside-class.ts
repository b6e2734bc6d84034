import type { ValueId } from '#engine/dependencies/values/abstract-value.ts';
import type { Receiver } from '#engine/dependencies/calls/bind-receiver.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { externalMember } from '#engine/dependencies/values/shared-values.ts';

/** A member of an outside class: of a container of the language it knows the object. */
export function outsideMember(
  project: ProjectModel,
  outside: ValueId,
  { self, isInstance }: Receiver,
  name: string,
): ValueId {
  const value = project.graph.valueOf(outside);
  const isContainer = isInstance && value.kind === 'external' && containers.test(value.name);
  if (!isContainer || name.startsWith('__')) return externalMember(project, outside, name);
  const method = { kind: 'method', of: self, type: value.name, name } as const;
  return project.graph.sharedValue('method', `${self}.${name}`, () => method);
}

const containers =
  /^(?:<builtin>\.(?:list|dict|set|Array|Map|Set)|collections\.(?:OrderedDict|deque|UserList|UserDict))$/u;

/** The class that all others come from has no members of interest. */
export function isOutsideClass(project: ProjectModel, id: ValueId): boolean {
  const value = project.graph.valueOf(id);
  return value.kind === 'external' && value.name !== '<builtin>.object';
}
