import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { anyElement, unknownKey } from '#engine/dependencies/members/attributes.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { literalValue } from '#engine/dependencies/values/shared-values.ts';

/** Lets a variable hold a list of which only the elements together are known. */
export function putList(project: ProjectModel, elements: Variable, to: Variable, type?: string): void {
  const attributes = new Map<string, Variable>();
  for (const key of [anyElement, unknownKey]) project.graph.copy(elements, ownAttribute(project, attributes, key));
  project.graph.put(to, project.graph.createValue({ kind: 'object', attributes, type }));
}

/**
 * Lets a variable hold something of a type of the language: `type` of a text, number or file, `type[]` of a container of
 * these elements (`type[1]`: where these are the second of each pair that it is made of), `type[other]` of a container of the other type.
 */
export function putTyped(project: ProjectModel, written: string, elements: Variable, to: Variable): void {
  const [, type = written, inner = null] = /^([^[]+)\[(.*)\]$/u.exec(written) ?? [];
  if (inner === null) return putLiteral(project, type, to);
  const held = project.graph.createVariable();
  if (inner === '' || inner === '1') project.graph.copy(elements, held);
  else putTyped(project, inner, -1, held);
  putList(project, held, to, type);
}

function putLiteral(project: ProjectModel, type: string, to: Variable): void {
  project.graph.put(to, literalValue(project, type, null));
}
