import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { anyElement, loadAttribute, loadFrom } from '#engine/dependencies/members/attributes.ts';
import { loadElements } from '#engine/dependencies/calls/call-builtin.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { putTyped } from '#engine/dependencies/flow/put-typed.ts';

/** What is known of the type that something outside gives back. */
export function giveTyped(project: ProjectModel, name: string, { site, args, result }: Call): void {
  const type = site.file.tree.grammar.rules.expressions.resultTypes[name];
  if (type === undefined) return;
  const elements = project.graph.createVariable();
  const load = type.endsWith('[1]') ? loadSeconds : loadElements;
  for (const { variable } of args) load(project, variable, elements);
  putTyped(project, type, elements, result);
}

/** What a dictionary is made of: pairs of a key and a value, or another dictionary. */
function loadSeconds(project: ProjectModel, container: Variable, to: Variable): void {
  const pairs = project.graph.createVariable();
  project.graph.onValue(container, (id) => {
    const value = project.graph.valueOf(id);
    if (value.kind === 'object') loadFrom(project, id, anyElement, value.type === 'Map' ? to : pairs);
  });
  loadAttribute(project, pairs, '1', to);
}
