import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';
import { compareText } from '#engine/dependencies/source-paths.ts';
import type { Site } from '#engine/dependencies/site.ts';

/** What could not be resolved, each once for the node that it is in, sorted. */
export function listUnresolved(project: ProjectModel, idAt: (site: Site) => string): DependencyGraph['unresolved'] {
  const seen = new Map<string, DependencyGraph['unresolved'][number]>();
  for (const { site, name, kind } of project.edges.missed()) {
    const from = idAt(site);
    seen.set(`${from}\n${kind}\n${name}`, { from, name, kind });
  }
  const unresolved: DependencyGraph['unresolved'][number][] = [];
  for (const key of [...seen.keys()].sort()) {
    const miss = seen.get(key);
    if (miss !== undefined) unresolved.push(miss);
  }
  return unresolved;
}

type Unresolved = DependencyGraph['unresolved'][number];

/** By node, kind and name. */
export function compareUnresolved(a: Unresolved, b: Unresolved): number {
  return compareText(a.from, b.from) || compareText(a.kind, b.kind) || compareText(a.name, b.name);
}
