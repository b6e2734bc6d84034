import { loadElements } from '#engine/dependencies/calls/call-builtin.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { putTyped } from '#engine/dependencies/flow/put-typed.ts';

/** What is known of the type that something outside gives back. */
export function giveTyped(project: ProjectModel, name: string, { site, args, result }: Call): void {
  const type = site.file.tree.grammar.rules.expressions.resultTypes[name];
  if (type === undefined) return;
  const elements = project.graph.createVariable();
  for (const { variable } of args) loadElements(project, variable, elements);
  putTyped(project, type, elements, result);
}
