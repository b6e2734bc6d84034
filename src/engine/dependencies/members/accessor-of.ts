import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** What a value does when it is taken from an object; a property taken from its class is just a value. */
export function accessorOf(project: ProjectModel, id: ValueId): 'get' | 'set' | null {
  const value = project.graph.valueOf(id);
  const isStatic = value.kind === 'function' && !value.takesSelf;
  const target = value.kind === 'bound' ? project.graph.valueOf(value.target) : isStatic ? value : null;
  return target?.kind === 'function' ? target.accessor : null;
}

/** Lets a variable hold what members of an object are: getters are called, and setters are no values. */
export function takeMembers(project: ProjectModel, members: Variable, to: Variable, call: (id: ValueId) => void): void {
  project.graph.onValue(members, (id) => {
    const accessor = accessorOf(project, id);
    if (accessor === 'get') call(id);
    else if (accessor === null) project.graph.put(to, id);
  });
}
