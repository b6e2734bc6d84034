import { EdgeKind, type GraphEdge } from '#domain/graph/dependency-graph.ts';
import { createPairNumbering, type PairNumbering } from '#engine/dependencies/values/create-pair-numbering.ts';
import { compareText } from '#engine/dependencies/project/source-paths.ts';

/** Edges between ids with numbers, without doubles; where a call says it already, the mention of the same name is not data as well. */
export interface EdgeSet {
  /** An edge that is indirect in one place and not in another is not. */
  add(from: number, to: number, kind: EdgeKind, isIndirect: boolean): void;
  /** Sorted by from, to, kind. */
  list(ids: readonly string[]): GraphEdge[];
}

/** In the order of the alphabet. */
const kinds = EdgeKind.options.toSorted();
const dataKind = kinds.indexOf('data');

/** More than there are ids: the number of an edge stays below 2^53, that of an end with its kind below 2^31. */
const mostIds = 2 ** 25;

/** With `loops`, what calls itself has an edge to itself. */
export function createEdgeSet({ loops = false } = {}): EdgeSet {
  /** By where they start, and where they end with which kind. */
  const edges = createPairNumbering();
  const isDirect: boolean[] = [];
  return {
    add(from, to, kind, isIndirect) {
      if (from === to && !(loops && kind === 'call')) return;
      const edge = edges.of(from, to * 4 + kinds.indexOf(kind));
      if (edge === isDirect.length) isDirect.push(!isIndirect);
      else if (!isIndirect) isDirect[edge] = true;
    },
    list(ids) {
      const list: GraphEdge[] = [];
      const order = Uint32Array.from(ids.keys()).sort((a, b) => compareText(ids[a] ?? '', ids[b] ?? ''));
      let last = -1;
      for (const key of ranksOf(edges, order).sort()) {
        const kind = key % 4;
        // The call between the same two comes just before.
        const isSaid = kind === dataKind && last === key - 1;
        last = key;
        if (isSaid) continue;
        const ends = Math.floor(key / 4);
        const [from, to] = [order[Math.floor(ends / mostIds)] ?? 0, order[ends % mostIds] ?? 0];
        const edge = { from: ids[from] ?? '', to: ids[to] ?? '', kind: kinds[kind] ?? 'data' };
        const isIndirect = isDirect[edges.find(from, to * 4 + kind)] === false;
        list.push(isIndirect ? { ...edge, indirect: true as const } : edge);
      }
      return list;
    },
  };
}

/** Each edge as one number that sorts by the ranks of its ends, then by its kind. */
function ranksOf(edges: PairNumbering, order: Uint32Array): Float64Array {
  const rankOf = new Uint32Array(order.length);
  for (let rank = 0; rank < order.length; rank += 1) rankOf[order[rank] ?? 0] = rank;
  const [from, to] = [edges.lefts(), edges.rights()];
  const ranks = new Float64Array(edges.count());
  for (let edge = 0; edge < ranks.length; edge += 1) {
    const end = to[edge] ?? 0;
    ranks[edge] = ((rankOf[from[edge] ?? 0] ?? 0) * mostIds + (rankOf[end >> 2] ?? 0)) * 4 + (end & 3);
  }
  return ranks;
}
