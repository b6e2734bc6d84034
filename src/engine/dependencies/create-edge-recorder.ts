import type { EdgeKind } from '#domain/graph/dependency-graph.ts';
import { createPairSet } from '#engine/dependencies/create-pair-set.ts';
import type { Unresolved } from '#engine/dependencies/project-model.ts';
import type { Site } from '#engine/dependencies/site.ts';

/** The end of an edge: a symbol of the project (or a function inside it, at its place), or the name of something outside. */
export type EdgeTarget =
  { readonly symbol: number; readonly inner?: Site | null } | { readonly external: string; readonly inner?: null };

export interface RecordedEdge {
  readonly site: Site;
  readonly target: EdgeTarget;
  readonly kind: EdgeKind;
  /** Whether the place names the target, or a value that came there turned out to be it. */
  readonly by: 'name' | 'value';
}

/** Collects edges and unresolved names, each once for its place. */
export interface EdgeRecorder {
  record(edge: RecordedEdge): void;
  miss(unresolved: Unresolved): void;
  edges(): readonly RecordedEdge[];
  missed(): readonly Unresolved[];
}

export function createEdgeRecorder(): EdgeRecorder {
  const edges: RecordedEdge[] = [];
  const known = createPairSet();
  const numberOf = createNumbering();
  const missed = new Map<string, Unresolved>();
  return {
    record(edge) {
      const { site, target, kind, by } = edge;
      const to = 'symbol' in target ? `${target.symbol}.${target.inner?.node ?? ''}` : `<${target.external}`;
      const way = numberOf(`${site.file.index}:${kind}:${by}:${to}`);
      if (known.add(way, site.node)) edges.push(edge);
    },
    miss(unresolved) {
      missed.set(
        `${unresolved.site.file.index}:${unresolved.site.node}:${unresolved.kind}:${unresolved.name}`,
        unresolved,
      );
    },
    edges: () => edges,
    missed: () => [...missed.values()],
  };
}

/** Gives texts numbers, from 0. */
function createNumbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
}
