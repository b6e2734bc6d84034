import type { ValueId } from '#engine/dependencies/values/abstract-value.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import { protocolMethods } from '#engine/dependencies/project/given-methods.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** `len(x)` calls `x.__len__()`: visits the objects among the arguments, with the method that the function calls on them. */
export function forEachProtocol(
  project: ProjectModel,
  name: string,
  { site, args }: Call,
  visit: (id: ValueId, method: string) => void,
): void {
  const { graph } = project;
  const [method] = protocolMethods(project, name, site);
  if (method === undefined) return;
  for (const { variable } of args)
    graph.onValue(variable, (id) => {
      if (graph.valueOf(id).kind === 'instance') visit(id, method);
    });
}
