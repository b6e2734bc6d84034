import type { Parameter, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { anyElement, unknownKey } from '#engine/dependencies/members/attributes.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';
import { parentKey } from '#engine/dependencies/members/function-members.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** Whether a parameter takes all arguments that are left, in a container. */
export function isRest({ takes }: Pick<Parameter, 'takes'>): boolean {
  return takes === 'positions' || takes === 'names';
}

/** Puts an argument into the container of such a parameter; `key`: its position there or its name, null when it is not known. */
export function putIntoRest(project: ProjectModel, parameter: Parameter, key: string | null, argument: Variable): void {
  const attributes = containerOf(project, parameter);
  project.graph.copy(argument, ownAttribute(project, attributes, key ?? unknownKey));
  project.graph.copy(argument, ownAttribute(project, attributes, anyElement));
}

/** `f(*args)` for `def f(*args)`: the container has what the other one has, under the same keys. */
export function spreadIntoRest(project: ProjectModel, parameter: Parameter, other: Variable): void {
  project.graph.copy(other, ownAttribute(project, containerOf(project, parameter), parentKey));
}

/** One container for all calls. */
function containerOf(project: ProjectModel, { variable, container }: Parameter): Map<string, Variable> {
  const { graph } = project;
  const id = graph.sharedValue('rest', variable, () => ({
    kind: 'object',
    attributes: new Map([[parentKey, graph.createVariable()]]),
    type: container,
  }));
  graph.put(variable, id);
  const value = graph.valueOf(id);
  return value.kind === 'object' ? value.attributes : new Map();
}
