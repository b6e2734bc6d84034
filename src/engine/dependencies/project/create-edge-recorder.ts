import type { EdgeKind } from '#domain/graph/dependency-graph.ts';
import { createNumbering } from '#engine/dependencies/values/create-numbering.ts';
import { createPairNumbering } from '#engine/dependencies/values/create-pair-numbering.ts';
import type { Unresolved } from '#engine/dependencies/project/project-model.ts';
import type { Site } from '#engine/dependencies/values/site.ts';

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

/** Collects edges, each once for its place, and unresolved names. */
export interface EdgeRecorder {
  record(edge: RecordedEdge): void;
  miss(unresolved: Unresolved): void;
  edges(): readonly RecordedEdge[];
  missed(): readonly Unresolved[];
}

export function createEdgeRecorder(): EdgeRecorder {
  const edges: RecordedEdge[] = [];
  const known = createPairNumbering();
  const outside = createNumbering<string>();
  const inner = createNumbering<string>();
  const missed: Unresolved[] = [];
  return {
    record(edge) {
      const { site, target, kind, by } = edge;
      const isInner = 'symbol' in target && target.inner !== undefined && target.inner !== null;
      // Three sorts of ends, numbered one after the other.
      const to = isInner
        ? 3 * inner.of(`${target.symbol}.${target.inner.node}`)
        : 'symbol' in target
          ? 3 * target.symbol + 1
          : 3 * outside.of(target.external) + 2;
      const sort = 2 * kinds.indexOf(kind) + (by === 'name' ? 1 : 0);
      const number = known.of(to * 2 * kinds.length + sort, site.file.firstNode + site.node);
      if (number === edges.length) edges.push(edge);
    },
    miss(unresolved) {
      missed.push(unresolved);
    },
    edges: () => edges,
    missed: () => missed,
  };
}

const kinds: readonly EdgeKind[] = ['import', 'call', 'data', 'type'];
