/** Edges as flat arrays, grouped by where they start: the targets of node n are `targets[offsets[n] .. offsets[n + 1])`. */
export interface Adjacency {
  readonly count: number;
  readonly offsets: Uint32Array;
  readonly targets: Uint32Array;
}

/** Groups edges by their start, in the order given. */
export function createAdjacency(count: number, from: ArrayLike<number>, to: ArrayLike<number>): Adjacency {
  const offsets = new Uint32Array(count + 1);
  for (let edge = 0; edge < from.length; edge += 1) {
    const next = (from[edge] ?? 0) + 1;
    offsets[next] = (offsets[next] ?? 0) + 1;
  }
  for (let node = 0; node < count; node += 1) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  const fill = offsets.slice();
  const targets = new Uint32Array(from.length);
  for (let edge = 0; edge < from.length; edge += 1) {
    const node = from[edge] ?? 0;
    const place = fill[node] ?? 0;
    targets[place] = to[edge] ?? 0;
    fill[node] = place + 1;
  }
  return { count, offsets, targets };
}
