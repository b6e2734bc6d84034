import type { Variable } from '#engine/dependencies/abstract-value.ts';
import { anyElement, loadAttribute, unknownKey } from '#engine/dependencies/attributes.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';

/** Elements under the keys that a variable may hold; any element when something else may be the key. */
export function loadByKey(project: ProjectModel, object: Variable, key: Variable, result: Variable): void {
  project.graph.onValue(key, (id) => {
    const value = project.graph.valueOf(id);
    if (value.kind !== 'literal' || value.key === null) return;
    loadAttribute(project, object, value.key, result);
    loadAttribute(project, object, unknownKey, result);
  });
  project.later.run(() => {
    const values = Array.from(project.graph.holds(key), (id) => project.graph.valueOf(id));
    const isKnown = values.length > 0 && values.every((value) => value.kind === 'literal' && value.key !== null);
    if (!isKnown) loadAttribute(project, object, anyElement, result);
  });
}
