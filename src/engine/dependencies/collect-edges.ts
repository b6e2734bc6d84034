import { EdgeKind, type GraphEdge } from '#domain/graph/dependency-graph.ts';
import { compareText } from '#engine/dependencies/source-paths.ts';

/** Edges between ids with numbers, without doubles; where a call says it already, the mention of the same name is not data as well. */
export interface EdgeSet {
  /** An edge that is indirect in one place and not in another is not. */
  add(from: number, to: number, kind: EdgeKind, isIndirect: boolean): void;
  /** Sorted by from, to, kind. */
  list(ids: readonly string[]): GraphEdge[];
}

/** In the order of the alphabet. */
const kinds = EdgeKind.options.toSorted();
const callKind = kinds.indexOf('call');
const dataKind = kinds.indexOf('data');

/** More than there are ids: the number of an edge stays below 2^53. */
const mostIds = 2 ** 25;

/** With `loops`, what calls itself has an edge to itself. */
export function createEdgeSet({ loops = false } = {}): EdgeSet {
  /** By `(from * mostIds + to) * 4 + kind` whether it is indirect. */
  const edges = new Map<number, boolean>();
  return {
    add(from, to, kind, isIndirect) {
      if (from === to && !(loops && kind === 'call')) return;
      const key = (from * mostIds + to) * 4 + kinds.indexOf(kind);
      if (!isIndirect || !edges.has(key)) edges.set(key, isIndirect);
    },
    list(ids) {
      const list: GraphEdge[] = [];
      for (const key of sortedBy(ids, edges.keys())) {
        const kind = key % 4;
        if (kind === dataKind && edges.has(key - dataKind + callKind)) continue;
        const ends = Math.floor(key / 4);
        const edge = {
          from: ids[Math.floor(ends / mostIds)] ?? '',
          to: ids[ends % mostIds] ?? '',
          kind: kinds[kind] ?? 'data',
        };
        list.push(edges.get(key) === true ? { ...edge, indirect: true as const } : edge);
      }
      return list;
    },
  };
}

/** Sorts the numbers of edges by the texts of their ends. */
function sortedBy(ids: readonly string[], keys: Iterable<number>): number[] {
  const order = Uint32Array.from(ids.keys()).sort((a, b) => compareText(ids[a] ?? '', ids[b] ?? ''));
  const rankOf = new Uint32Array(ids.length);
  order.forEach((id, rank) => {
    rankOf[id] = rank;
  });
  const move = (key: number, numbers: Uint32Array): number => {
    const ends = Math.floor(key / 4);
    const [from, to] = [numbers[Math.floor(ends / mostIds)] ?? 0, numbers[ends % mostIds] ?? 0];
    return (from * mostIds + to) * 4 + (key % 4);
  };
  const ranked = Float64Array.from(keys, (key) => move(key, rankOf)).sort();
  return Array.from(ranked, (key) => move(key, order));
}
