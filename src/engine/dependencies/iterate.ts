import type { Variable } from '#engine/dependencies/abstract-value.ts';
import { anyElement, loadFrom } from '#engine/dependencies/attributes.ts';
import { invokeMember } from '#engine/dependencies/invoke.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';
import type { Site } from '#engine/dependencies/site.ts';

/** An object of a class made from a container of the language. */
function loadOwn(project: ProjectModel, attributes: ReadonlyMap<string, Variable>, elements: Variable): void {
  const own = attributes.get(anyElement);
  if (own !== undefined) project.graph.copy(own, elements);
}

/** Lets `elements` hold what a loop over `container` gives: elements of literals, what iterators of classes return. */
export function iterate(project: ProjectModel, container: Variable, site: Site, elements: Variable): void {
  project.graph.onValue(container, (id) => {
    const value = project.graph.valueOf(id);
    if (value.kind === 'object') return loadFrom(project, id, anyElement, elements);
    if (value.kind !== 'instance') return;
    loadOwn(project, value.attributes, elements);
    const iterator = project.graph.createVariable();
    invokeMember(project, id, ['__iter__'], { site, args: [], result: iterator });
    project.graph.onValue(iterator, (found) => {
      invokeMember(project, found, ['__next__'], { site, args: [], result: elements });
      if (found !== id && project.graph.valueOf(found).kind === 'object')
        loadFrom(project, found, anyElement, elements);
    });
  });
}
