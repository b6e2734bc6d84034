import { createBlocks, type Blocks } from '#engine/dependencies/values/create-blocks.ts';
import { enlarge } from '#engine/dependencies/values/enlarge.ts';
import {
  cells,
  countShift,
  growList,
  placesIn,
  roomMask,
  roomOfTable,
} from '#engine/dependencies/values/list-heads.ts';
import { dropTable, readyTable } from '#engine/dependencies/values/list-table.ts';
import type { Lists } from '#engine/dependencies/values/lists.ts';
import { placeNumber } from '#engine/dependencies/values/place-number.ts';

/** Up to here a list is searched faster than a table. */
const few = 62;

interface State {
  lists: number;
  heads: Int32Array;
  readonly blocks: Blocks;
}

/** `room`: for how many lists there is room at first. */
export function createLists(room = 1024): Lists {
  const state: State = { lists: 0, heads: new Int32Array(room * cells), blocks: createBlocks(room) };
  return {
    createList: () => createList(state),
    addOnce: (list, value) => addOnce(state, list * cells, value),
    add: (list, value) => append(state, list * cells, value),
    size: (list) => (state.heads[list * cells + 1] ?? 0) >> countShift,
    at: (list, index) => at(state, list * cells, index),
    filter: (list, keeps) => filter(state, list * cells, keeps),
  };
}

function createList(state: State): number {
  const list = state.lists;
  if ((list + 1) * cells > state.heads.length) state.heads = enlarge(state.heads);
  state.lists += 1;
  return list;
}

function at({ heads, blocks }: State, head: number, index: number): number {
  const start = heads[head] ?? 0;
  return ((heads[head + 1] ?? 0) & roomMask) === 0 ? start : (blocks.numbers[start + index] ?? -1);
}

function append({ heads, blocks }: State, head: number, value: number): void {
  const known = heads[head + 1] ?? 0;
  const room = known & roomMask;
  const count = known >> countShift;
  if (known === 0) {
    heads[head] = value;
    heads[head + 1] = 1 << countShift;
    return;
  }
  if (count === placesIn(room)) growList(heads, blocks, head);
  blocks.numbers[(heads[head] ?? 0) + count] = value;
  heads[head + 1] = (heads[head + 1] ?? 0) + (1 << countShift);
}

function addOnce(state: State, head: number, value: number): boolean {
  const { heads, blocks } = state;
  const known = heads[head + 1] ?? 0;
  const count = known >> countShift;
  const room = known & roomMask;
  const start = heads[head] ?? 0;
  if (room === 0) {
    if (count === 1 && start === value) return false;
  } else if (count <= few) {
    const { numbers } = blocks;
    for (let place = start; place < start + count; place += 1) if (numbers[place] === value) return false;
  } else {
    const end = start + (1 << room);
    const table = readyTable(blocks, start, count, end);
    if (!placeNumber(blocks.numbers, table, blocks.numbers[end - 1] ?? 0, value)) return false;
  }
  append(state, head, value);
  return true;
}

function filter({ heads, blocks }: State, head: number, keeps: (value: number) => boolean): void {
  const known = heads[head + 1] ?? 0;
  const room = known & roomMask;
  const start = heads[head] ?? 0;
  if (room === 0) {
    if (known !== 0 && !keeps(start)) heads[head + 1] = 0;
    return;
  }
  const { numbers } = blocks;
  const end = start + (known >> countShift);
  let kept = start;
  for (let place = start; place < end; place += 1) {
    const value = numbers[place] ?? 0;
    if (keeps(value)) numbers[kept++] = value;
  }
  // The table would keep what is dropped, and fill up: it is made anew when it is needed.
  if (room >= roomOfTable) dropTable(blocks, start + (1 << room));
  heads[head + 1] = ((kept - start) << countShift) | room;
}
