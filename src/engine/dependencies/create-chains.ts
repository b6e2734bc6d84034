import { createNumbers } from '#engine/dependencies/create-numbers.ts';

/** Lists of numbers that only grow, very many and mostly short: kept in flat arrays, for each object of its own costs more than it holds. */
export interface Chains {
  /** Makes an empty list; lists are numbered from 0. */
  createList(): number;
  /** Adds a value at the end, unless it is there already; tells whether it was not. */
  addOnce(list: number, value: number): boolean;
  add(list: number, value: number): void;
  size(list: number): number;
  /** The entry after an entry of a list; its first after -1. -1 when there is none. */
  next(list: number, entry: number): number;
  valueAt(entry: number): number;
}

/** Up to here a list is searched faster than a set. */
const few = 8;

export function createChains(): Chains {
  const firsts = createNumbers();
  const lasts = createNumbers();
  const sizes = createNumbers();
  const values = createNumbers();
  const nexts = createNumbers();
  const indices = new Map<number, Set<number>>();
  const next = (list: number, entry: number): number => (entry < 0 ? firsts.get(list) : nexts.get(entry));
  const add = (list: number, value: number): void => {
    const entry = values.push(value);
    nexts.push(-1);
    const last = lasts.get(list);
    if (last < 0) firsts.set(list, entry);
    else nexts.set(last, entry);
    lasts.set(list, entry);
    sizes.set(list, sizes.get(list) + 1);
  };
  const has = (list: number, value: number): boolean => {
    if (sizes.get(list) > few) return indexOf(list).has(value);
    for (let entry = firsts.get(list); entry >= 0; entry = nexts.get(entry))
      if (values.get(entry) === value) return true;
    return false;
  };
  const indexOf = (list: number): Set<number> => {
    const known = indices.get(list);
    if (known !== undefined) return known;
    const index = new Set<number>();
    for (let entry = firsts.get(list); entry >= 0; entry = nexts.get(entry)) index.add(values.get(entry));
    indices.set(list, index);
    return index;
  };
  return {
    createList() {
      lasts.push(-1);
      sizes.push(0);
      return firsts.push(-1);
    },
    addOnce(list, value) {
      if (has(list, value)) return false;
      add(list, value);
      if (sizes.get(list) > few) indexOf(list).add(value);
      return true;
    },
    add,
    next,
    size: (list) => sizes.get(list),
    valueAt: (entry) => values.get(entry),
  };
}
