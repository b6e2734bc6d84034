import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { loadAttribute, loadFrom, storeAttribute } from '#engine/dependencies/members/attributes.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { parentKey } from '#engine/dependencies/members/function-members.ts';
import { storeByKey } from '#engine/dependencies/members/store-by-key.ts';

/** `Object.defineProperty(object, name, descriptor)`: a member that holds a value, or runs a function when it is read or written. */
export function describeMember(project: ProjectModel, object: Variable, name: Variable, descriptor: Variable): void {
  storeByKey(project, object, name, described(project, descriptor));
}

/** `Object.defineProperties(object, { name: descriptor })` */
export function describeMembers(project: ProjectModel, object: Variable, descriptors: Variable): void {
  project.graph.onValue(descriptors, (id) => {
    const table = project.graph.valueOf(id);
    if (table.kind !== 'object') return;
    for (const name of table.attributes.keys()) {
      if (name.startsWith('[') || name === parentKey) continue;
      const descriptor = project.graph.createVariable();
      loadFrom(project, id, name, descriptor);
      storeAttribute(project, object, name, described(project, descriptor));
    }
  });
}

/** What a descriptor makes of its member. */
function described(project: ProjectModel, descriptor: Variable): Variable {
  const { graph } = project;
  const member = graph.createVariable();
  loadAttribute(project, descriptor, 'value', member);
  for (const accessor of ['get', 'set'] as const) {
    const found = graph.createVariable();
    loadAttribute(project, descriptor, accessor, found);
    graph.onValue(found, (id) => {
      const value = graph.valueOf(id);
      if (value.kind !== 'function') return;
      if (value.accessor !== null) return graph.put(member, id);
      graph.put(
        member,
        graph.sharedValue(accessor, id, () => ({ ...value, accessor })),
      );
    });
  }
  return member;
}
