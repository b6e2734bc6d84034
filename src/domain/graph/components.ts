import type { Adjacency } from '#domain/graph/adjacency.ts';

/** Strongly connected components: `of[node]` is its component; components are numbered so that what one needs has a lower number. */
export interface Components {
  readonly of: Int32Array;
  readonly count: number;
  /** All nodes, those of lower components first. */
  readonly order: Int32Array;
}

/** The state of a search over all nodes, in flat arrays; counters are fields of one object. */
interface Search extends Adjacency {
  readonly of: Int32Array;
  readonly index: Int32Array;
  readonly low: Int32Array;
  readonly next: Uint32Array;
  readonly stack: Int32Array;
  readonly path: Int32Array;
  readonly order: Int32Array;
  ordered: number;
  stacked: number;
  depth: number;
  seen: number;
  components: number;
}

/** Tarjan's algorithm without recursion, on flat arrays. */
export function findComponents(adjacency: Adjacency): Components {
  const { count } = adjacency;
  const search: Search = {
    ...adjacency,
    of: new Int32Array(count).fill(-1),
    index: new Int32Array(count).fill(-1),
    low: new Int32Array(count),
    next: new Uint32Array(count),
    stack: new Int32Array(count),
    path: new Int32Array(count),
    order: new Int32Array(count),
    ordered: 0,
    stacked: 0,
    depth: 0,
    seen: 0,
    components: 0,
  };
  for (let root = 0; root < count; root += 1) if (search.index[root] === -1) explore(search, root);
  return { of: search.of, count: search.components, order: search.order };
}

function explore(search: Search, root: number): void {
  const { offsets, targets, path, next, index, of, low } = search;
  open(search, root);
  while (search.depth > 0) {
    const node = path[search.depth - 1] ?? 0;
    const edge = next[node] ?? 0;
    if (edge >= (offsets[node + 1] ?? 0)) {
      close(search, node);
      continue;
    }
    next[node] = edge + 1;
    const target = targets[edge] ?? 0;
    if (index[target] === -1) open(search, target);
    else if (of[target] === -1) low[node] = Math.min(low[node] ?? 0, index[target] ?? 0);
  }
}

function open(search: Search, node: number): void {
  search.index[node] = search.seen;
  search.low[node] = search.seen;
  search.seen += 1;
  search.next[node] = search.offsets[node] ?? 0;
  search.stack[search.stacked] = node;
  search.stacked += 1;
  search.path[search.depth] = node;
  search.depth += 1;
}

/** Leaves a node; when it is the first of its component, takes the component off the stack. */
function close(search: Search, node: number): void {
  const { low, index, of, stack, path, order } = search;
  search.depth -= 1;
  const parent = search.depth > 0 ? (path[search.depth - 1] ?? 0) : -1;
  if (parent >= 0) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
  if (low[node] !== index[node]) return;
  for (let member = -1; member !== node;) {
    search.stacked -= 1;
    member = stack[search.stacked] ?? node;
    of[member] = search.components;
    order[search.ordered] = member;
    search.ordered += 1;
  }
  search.components += 1;
}
