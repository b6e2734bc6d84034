import type { AbstractValue, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { anyElement, loadAttribute, loadFrom } from '#engine/dependencies/members/attributes.ts';
import { protocolMethods } from '#engine/dependencies/project/given-methods.ts';
import { invokeMember } from '#engine/dependencies/calls/invoke.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import type { Site } from '#engine/dependencies/values/site.ts';

/** An object of a class made from a container of the language. */
function loadOwn(project: ProjectModel, attributes: ReadonlyMap<string, Variable>, elements: Variable): void {
  const own = attributes.get(anyElement);
  if (own !== undefined) project.graph.copy(own, elements);
}

/** Lets `elements` hold what a loop over `container` gives: elements of literals, what iterators of classes return. */
export function iterate(project: ProjectModel, container: Variable, site: Site, elements: Variable): void {
  const iterates = protocolMethods(project, 'iterate', site);
  project.graph.onValue(container, (id) => {
    const value = project.graph.valueOf(id);
    if (value.kind === 'object') loadFrom(project, id, anyElement, elements);
    if (value.kind !== 'instance' && !mayIterate(value, site)) return;
    if (value.kind === 'instance') loadOwn(project, value.attributes, elements);
    if (iterates.length === 0) return;
    const iterator = project.graph.createVariable();
    invokeMember(project, id, iterates, { site, args: [], result: iterator });
    project.graph.onValue(iterator, (found) => {
      const next = project.graph.createVariable();
      invokeMember(project, found, protocolMethods(project, 'next', site), { site, args: [], result: next });
      project.graph.copy(next, elements);
      if (hasReceivers(site)) loadAttribute(project, next, 'value', elements);
      if (found !== id && project.graph.valueOf(found).kind === 'object')
        loadFrom(project, found, anyElement, elements);
    });
  });
}

/** Where `this` is a word, what iterates gives objects that hold each value, and objects of no class may iterate. */
function hasReceivers({ file }: Site): boolean {
  return file.tree.grammar.rules.expressions.receiver.length > 0;
}

function mayIterate(value: AbstractValue, site: Site): boolean {
  return value.kind === 'object' && value.type === undefined && value.length === undefined && hasReceivers(site);
}
