import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { compareText } from '#engine/dependencies/project/source-paths.ts';
import type { Site } from '#engine/dependencies/values/site.ts';

/** What could not be resolved, each once for the node that it is in, sorted. */
export function listUnresolved(project: ProjectModel, idAt: (site: Site) => string): DependencyGraph['unresolved'] {
  const seen = new Map<string, Map<string, Unresolved>>();
  for (const { site, name, kind } of project.edges.missed()) {
    const from = idAt(site);
    const known = seen.get(from) ?? new Map<string, Unresolved>();
    if (known.size === 0) seen.set(from, known);
    known.set(`${kind}\n${name}`, { from, name, kind });
  }
  return inOrder(seen).flatMap(inOrder);
}

/** What stands under the keys, in their order. */
function inOrder<Value>(values: ReadonlyMap<string, Value>): Value[] {
  return Array.from(values)
    .sort(([a], [b]) => compareText(a, b))
    .map(([, value]) => value);
}

type Unresolved = DependencyGraph['unresolved'][number];

/** By node, kind and name. */
export function compareUnresolved(a: Unresolved, b: Unresolved): number {
  return compareText(a.from, b.from) || compareText(a.kind, b.kind) || compareText(a.name, b.name);
}
