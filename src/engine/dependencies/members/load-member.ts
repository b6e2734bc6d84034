import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { loadFrom, memberOf } from '#engine/dependencies/members/attributes.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import type { Site } from '#engine/dependencies/values/site.ts';

/** A place that reads or writes attribute `name` of what `object` holds. */
export interface Access {
  readonly site: Site;
  readonly object: Variable;
  readonly name: string;
  /** Whether the place names the object as a path from an import, and did not get it from elsewhere. */
  readonly isPath: boolean;
}

/** As {@link loadAttribute} for `object.name`: a member of a text or container is a method of the language. */
export function loadMember(project: ProjectModel, { object, name, isPath }: Access, to: Variable): void {
  project.graph.onValue(object, (id) => {
    const value = project.graph.valueOf(id);
    if (value.kind === 'instance')
      return name === 'constructor'
        ? project.graph.put(to, value.of)
        : project.graph.copy(memberOf(project, id, name), to);
    const type = value.kind === 'object' || value.kind === 'literal' ? value.type : undefined;
    if (['function', 'bound', 'partial'].includes(value.kind) && functionMethods.has(name))
      return project.graph.put(to, methodOf(project, id, 'Function', name));
    if (type !== undefined && type !== '') project.graph.put(to, methodOf(project, id, type, name));
    if (value.kind === 'external' && !isPath && value.role === 'name' && value.name.includes('.')) return;
    if (type === undefined || !type.startsWith('<')) loadFrom(project, id, name, to);
  });
}

const functionMethods = new Set(['call', 'apply', 'bind']);

function methodOf(project: ProjectModel, of: ValueId, type: string, name: string): ValueId {
  return project.graph.sharedValue('method', `${of}.${name}`, () => ({ kind: 'method', of, type, name }));
}
