import { classOrder } from '#engine/dependencies/class-order.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';
import { instanceOf } from '#engine/dependencies/shared-values.ts';

/**
 * Of a class that the project makes no object of, somebody else will: methods of its bases may be called on those objects.
 * Where the project makes objects itself, it is known where they go.
 */
export function inheritReceivers(project: ProjectModel): void {
  for (const id of project.classes.keys()) {
    if (project.constructed.has(id)) continue;
    for (const base of classOrder(project, id).slice(1)) {
      const receiver = project.classes.get(base);
      if (receiver !== undefined) project.graph.put(receiver, instanceOf(project, id));
    }
  }
}
