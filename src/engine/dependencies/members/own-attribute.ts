import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** The variable of an attribute that a value has for itself, made on first use. */
export function ownAttribute(project: ProjectModel, attributes: Map<string, Variable>, name: string): Variable {
  const known = attributes.get(name);
  if (known !== undefined) return known;
  const variable = project.graph.createVariable();
  attributes.set(name, variable);
  return variable;
}
