import { createPairSet, type PairSet } from '#engine/dependencies/create-pair-set.ts';
import { enlarge } from '#engine/dependencies/enlarge.ts';

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
  lists: number;
  firsts: Int32Array;
  lasts: Int32Array;
  sizes: Int32Array;
  entries: number;
  values: Int32Array;
  nexts: Int32Array;
  /** The values of the longer lists. */
  readonly held: PairSet;
}

const room = 1024;

export function createChains(): Chains {
  const state: State = {
    lists: 0,
    firsts: new Int32Array(room),
    lasts: new Int32Array(room),
    sizes: new Int32Array(room),
    entries: 0,
    values: new Int32Array(room),
    nexts: new Int32Array(room),
    held: createPairSet(),
  };
  return {
    createList: () => createList(state),
    addOnce: (list, value) => addOnce(state, list, value),
    add: (list, value) => append(state, list, value),
    next: (list, entry) => (entry < 0 ? (state.firsts[list] ?? -1) : (state.nexts[entry] ?? -1)),
    size: (list) => state.sizes[list] ?? 0,
    valueAt: (entry) => state.values[entry] ?? -1,
  };
}

function createList(state: State): number {
  const list = state.lists;
  if (list === state.firsts.length) {
    state.firsts = enlarge(state.firsts);
    state.lasts = enlarge(state.lasts);
    state.sizes = enlarge(state.sizes);
  }
  state.firsts[list] = -1;
  state.lasts[list] = -1;
  state.lists += 1;
  return list;
}

function append(state: State, list: number, value: number): void {
  const entry = state.entries;
  if (entry === state.values.length) {
    state.values = enlarge(state.values);
    state.nexts = enlarge(state.nexts);
  }
  state.entries += 1;
  state.values[entry] = value;
  state.nexts[entry] = -1;
  const last = state.lasts[list] ?? -1;
  if (last < 0) state.firsts[list] = entry;
  else state.nexts[last] = entry;
  state.lasts[list] = entry;
  state.sizes[list] = (state.sizes[list] ?? 0) + 1;
}

function addOnce(state: State, list: number, value: number): boolean {
  const { nexts, values, held } = state;
  const size = state.sizes[list] ?? 0;
  const first = state.firsts[list] ?? -1;
  if (size < few) {
    for (let entry = first; entry >= 0; entry = nexts[entry] ?? -1) if (values[entry] === value) return false;
  } else {
    if (size === few)
      for (let entry = first; entry >= 0; entry = nexts[entry] ?? -1) held.add(list, values[entry] ?? -1);
    if (!held.add(list, value)) return false;
  }
  append(state, list, value);
  return true;
}
