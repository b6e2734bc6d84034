import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';
import type { Site } from '#engine/dependencies/site.ts';

/** What could not be resolved, each once for the node that it is in, sorted. */
export function listUnresolved(project: ProjectModel, idAt: (site: Site) => string): DependencyGraph['unresolved'] {
  const seen = new Map<string, DependencyGraph['unresolved'][number]>();
  for (const { site, name, kind } of project.edges.missed()) {
    const from = idAt(site);
    seen.set(`${from}\n${kind}\n${name}`, { from, name, kind });
  }
  return [...seen].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, miss]) => miss);
}
