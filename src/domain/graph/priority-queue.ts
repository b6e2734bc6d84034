export interface PriorityQueue<Item> {
  push(item: Item): void;
  /** The first item by the comparison; undefined when empty. */
  pop(): Item | undefined;
}

/** A binary heap. */
export function createPriorityQueue<Item>(compare: (a: Item, b: Item) => number): PriorityQueue<Item> {
  const heap: Item[] = [];
  const isBefore = (a: number, b: number): boolean => {
    const left = heap[a];
    const right = heap[b];
    return left !== undefined && right !== undefined && compare(left, right) < 0;
  };
  const swap = (a: number, b: number): void => {
    const left = heap[a];
    const right = heap[b];
    if (left === undefined || right === undefined) return;
    heap[a] = right;
    heap[b] = left;
  };
  const rise = (from: number): void => {
    for (let at = from, up = (at - 1) >> 1; at > 0 && isBefore(at, up); at = up, up = (at - 1) >> 1) swap(at, up);
  };
  const sink = (from: number): void => {
    for (let at = from; ;) {
      const left = 2 * at + 1;
      const smaller = isBefore(left + 1, left) ? left + 1 : left;
      if (!isBefore(smaller, at)) return;
      swap(at, smaller);
      at = smaller;
    }
  };
  return {
    push(item) {
      rise(heap.push(item) - 1);
    },
    pop() {
      swap(0, heap.length - 1);
      const item = heap.pop();
      sink(0);
      return item;
    },
  };
}
