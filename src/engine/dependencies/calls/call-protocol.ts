import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { memberOf } from '#engine/dependencies/members/attributes.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import { protocolMethods } from '#engine/dependencies/project/given-methods.ts';
import { invokeMember } from '#engine/dependencies/calls/invoke.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** An operator, form or function of the language calls a method of each object that a variable may hold. */
export function callProtocol(project: ProjectModel, name: string, object: Variable, call: Call): void {
  const [first, other] = protocolMethods(project, name, call.site);
  if (first === undefined) return;
  project.graph.onValue(object, (id) => {
    if (project.graph.valueOf(id).kind !== 'instance') return;
    invokeMember(project, id, [first], call);
    if (other !== undefined) callOther(project, id, [first, other], call);
  });
}

function callOther(project: ProjectModel, id: number, [first, other]: readonly [string, string], call: Call): void {
  const found = memberOf(project, id, first);
  project.atLast.run(() => {
    if (!project.graph.holds(found).some((each) => project.graph.valueOf(each).kind !== 'external'))
      invokeMember(project, id, [other], call);
  });
}
