import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { heirsOf } from '#engine/dependencies/members/load-from-heirs.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { instanceOf } from '#engine/dependencies/values/shared-values.ts';

/** Of a class with more heirs than this, a declaration says too little. */
const mostHeirs = 20;

/**
 * What is declared to be of a class may be of one that comes from it. Where objects of such classes are known to come
 * there, it is these; where not, any.
 */
export function putHeirs(project: ProjectModel, id: ValueId, variable: Variable): void {
  project.atLast.run(() => {
    const heirs = heirsOf(project, id);
    if (heirs.length > mostHeirs) return;
    const instances = heirs.map((heir) => instanceOf(project, heir));
    const held = project.graph.holds(variable);
    if (!instances.some((instance) => held.includes(instance)))
      for (const instance of instances) project.graph.put(variable, instance);
  });
}
