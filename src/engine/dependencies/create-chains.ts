import { createNumbers, type Numbers } from '#engine/dependencies/create-numbers.ts';

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

/** All lists: their first and last entries and sizes by list, values and next entries by entry. */
interface State {
  readonly firsts: Numbers;
  readonly lasts: Numbers;
  readonly sizes: Numbers;
  readonly values: Numbers;
  readonly nexts: Numbers;
  /** The values of the longer lists. */
  readonly indices: Map<number, Set<number>>;
}

export function createChains(): Chains {
  const [firsts, lasts, sizes] = [createNumbers(), createNumbers(), createNumbers()];
  const [values, nexts] = [createNumbers(), createNumbers()];
  const state: State = { firsts, lasts, sizes, values, nexts, indices: new Map() };
  return {
    createList() {
      lasts.push(-1);
      sizes.push(0);
      return firsts.push(-1);
    },
    addOnce(list, value) {
      if (holds(state, list, value)) return false;
      append(state, list, value);
      state.indices.get(list)?.add(value);
      return true;
    },
    add: (list, value) => append(state, list, value),
    next: (list, entry) => (entry < 0 ? firsts.get(list) : nexts.get(entry)),
    size: (list) => sizes.get(list),
    valueAt: (entry) => values.get(entry),
  };
}

function append({ firsts, lasts, sizes, values, nexts }: State, list: number, value: number): void {
  const entry = values.push(value);
  nexts.push(-1);
  const last = lasts.get(list);
  if (last < 0) firsts.set(list, entry);
  else nexts.set(last, entry);
  lasts.set(list, entry);
  sizes.set(list, sizes.get(list) + 1);
}

function holds(state: State, list: number, value: number): boolean {
  if (state.sizes.get(list) > few) return indexOf(state, list).has(value);
  for (let entry = state.firsts.get(list); entry >= 0; entry = state.nexts.get(entry))
    if (state.values.get(entry) === value) return true;
  return false;
}

function indexOf({ firsts, nexts, values, indices }: State, list: number): Set<number> {
  const known = indices.get(list);
  if (known !== undefined) return known;
  const index = new Set<number>();
  for (let entry = firsts.get(list); entry >= 0; entry = nexts.get(entry)) index.add(values.get(entry));
  indices.set(list, index);
  return index;
}
