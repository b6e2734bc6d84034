import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import type { RegenerationFacts } from '#engine/execution/regenerating/regeneration-facts.ts';

/**
 * Symbols that a new text needs now and did not before, and that do not stand when its level is judged: on its own level or
 * above, in words.
 */
export function higherNeeds({ project, symbol }: RegenerationFacts, graph: DependencyGraph): string[] {
  const known = new Set(project.needs.filter(([from]) => from === symbol.id).map(([, to]) => to));
  const generated = new Map(
    project.symbols.filter((each) => !each.existing && each.stub !== null).map((each) => [each.id, each]),
  );
  const fresh = new Set(
    graph.edges
      .filter((edge) => edge.indirect !== true && edge.from === symbol.id && !known.has(edge.to))
      .map((edge) => edge.to),
  );
  return [...fresh].flatMap((id) => {
    const needed = generated.get(id);
    if (needed === undefined || id === symbol.id || needed.level < symbol.level) return [];
    return [`it uses ${id}, which is built after it`];
  });
}
