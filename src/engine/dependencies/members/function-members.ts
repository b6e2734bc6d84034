import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

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

/** What a function has under a name: itself, or from a parent that it was given. */
export function memberOfFunction(project: ProjectModel, id: ValueId, name: string, fromParent: FromParent): Variable {
  const attributes = functionAttributes(project, id);
  const known = attributes.get(name);
  if (known !== undefined) return known;
  const member = ownAttribute(project, attributes, name);
  const parent = attributes.get(parentKey);
  if (parent !== undefined) inherit(project, id, { name, parent, member, fromParent });
  return member;
}

/** Lets a function take the members that it does not have from what `parent` holds. */
export function giveParent(
  project: ProjectModel,
  id: ValueId,
  { parent, fromParent }: Pick<Inherited, 'parent' | 'fromParent'>,
): void {
  const attributes = functionAttributes(project, id);
  for (const [name, member] of attributes)
    if (name !== parentKey) inherit(project, id, { name, parent, member, fromParent });
  project.graph.copy(parent, ownAttribute(project, attributes, parentKey));
}

/** What a parent has under a name. */
type FromParent = (project: ProjectModel, id: ValueId, name: string) => Variable;

interface Inherited {
  readonly name: string;
  readonly parent: Variable;
  readonly member: Variable;
  readonly fromParent: FromParent;
}

function inherit(project: ProjectModel, id: ValueId, { name, parent, member, fromParent }: Inherited): void {
  const { graph } = project;
  graph.onValue(parent, (next) => {
    const given = fromParent(project, next, name);
    graph.copy(given, member);
    graph.onValue(given, (found) => {
      const value = graph.valueOf(found);
      if (value.kind === 'function' && value.receiver >= 0) graph.put(value.receiver, id);
    });
  });
}
