import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { storeAttribute, unknownKey } from '#engine/dependencies/members/attributes.ts';
import { keyOf } from '#engine/dependencies/members/key-of.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** `object[key] = from` under the keys that a variable may hold, or under one that is not known. */
export function storeByKey(project: ProjectModel, object: Variable, key: Variable, from: Variable): void {
  const { graph } = project;
  if (key < 0) return storeAttribute(project, object, unknownKey, from);
  graph.onValue(key, (id) => {
    const known = keyOf(graph.valueOf(id));
    if (known !== null) storeAttribute(project, object, known, from);
  });
  project.later.run(() => {
    const isKnown =
      graph.count(key) > 0 &&
      !graph.mayBeAnyText(key) &&
      graph.holds(key).every((id) => keyOf(graph.valueOf(id)) !== null);
    if (!isKnown) storeAttribute(project, object, unknownKey, from);
  });
}
