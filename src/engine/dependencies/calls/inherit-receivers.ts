import type { ValueId } from '#engine/dependencies/values/abstract-value.ts';
import { classOrder } from '#engine/dependencies/members/class-order.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { instanceOf } from '#engine/dependencies/values/shared-values.ts';

/** Of a base with more classes than this, what its methods do with each says nothing of them. */
const mostHeirs = 20;

/**
 * Of a class that the project makes no object of, somebody else will: methods of its bases may be called on those objects.
 * Where the project makes objects itself, it is known where they go.
 */
export function inheritReceivers(project: ProjectModel): void {
  const heirs = new Map<ValueId, number>();
  for (const id of project.classes.keys()) {
    if (project.constructed.has(id)) continue;
    for (const base of classOrder(project, id).slice(1)) {
      const receiver = project.classes.get(base);
      const count = (heirs.get(base) ?? 0) + 1;
      heirs.set(base, count);
      if (receiver !== undefined && count <= mostHeirs) project.graph.put(receiver, instanceOf(project, id));
    }
  }
}
