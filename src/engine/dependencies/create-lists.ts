import { createBlocks, type Blocks } from '#engine/dependencies/create-blocks.ts';
import { enlarge } from '#engine/dependencies/enlarge.ts';
import { placeNumber } from '#engine/dependencies/place-number.ts';
import type { Lists } from '#engine/dependencies/lists.ts';

/** Up to here a list is searched faster than a table. */
const few = 8;

/** What is known of a list, one number after the other: two blocks by where they begin and the size of their room (-1: none). */
const cells = 5;
const startCell = 0;
const countCell = 1;
const roomCell = 2;
const tableCell = 3;
const tableRoomCell = 4;

/** Room of the first table: for more than twice as many values as are searched without one. */
const firstTable = 5;

interface State {
  lists: number;
  heads: Int32Array;
  readonly blocks: Blocks;
}

export function createLists(): Lists {
  const state: State = { lists: 0, heads: new Int32Array(1024 * cells), blocks: createBlocks() };
  return {
    createList: () => createList(state),
    addOnce: (list, value) => addOnce(state, list, value),
    add: (list, value) => append(state, list, value),
    size: (list) => state.heads[list * cells + countCell] ?? 0,
    at: (list, index) => state.blocks.numbers[(state.heads[list * cells + startCell] ?? 0) + index] ?? -1,
    filter: (list, keeps) => filter(state, list * cells, keeps),
  };
}

function createList(state: State): number {
  const list = state.lists;
  const head = list * cells;
  if (head + cells > state.heads.length) state.heads = enlarge(state.heads);
  state.heads[head + roomCell] = -1;
  state.heads[head + tableRoomCell] = -1;
  state.lists += 1;
  return list;
}

function append({ heads, blocks }: State, list: number, value: number): void {
  const head = list * cells;
  const count = heads[head + countCell] ?? 0;
  const room = heads[head + roomCell] ?? -1;
  if (room < 0 || count === 1 << room) growList(heads, blocks, head);
  blocks.numbers[(heads[head + startCell] ?? 0) + count] = value;
  heads[head + countCell] = count + 1;
}

function growList(heads: Int32Array, blocks: Blocks, head: number): void {
  const room = heads[head + roomCell] ?? -1;
  const start = heads[head + startCell] ?? 0;
  const larger = blocks.take(room + 1);
  if (room >= 0) {
    blocks.numbers.copyWithin(larger, start, start + (1 << room));
    blocks.giveBack(start, room);
  }
  heads[head + startCell] = larger;
  heads[head + roomCell] = room + 1;
}

function addOnce(state: State, list: number, value: number): boolean {
  const { heads, blocks } = state;
  const head = list * cells;
  const start = heads[head + startCell] ?? 0;
  const count = heads[head + countCell] ?? 0;
  if (count < few) {
    const { numbers } = blocks;
    for (let at = start; at < start + count; at += 1) if (numbers[at] === value) return false;
  } else {
    const table = growTable(heads, blocks, head);
    if (!placeNumber(blocks.numbers, table, heads[head + tableRoomCell] ?? 0, value)) return false;
  }
  append(state, list, value);
  return true;
}

/** Keeps the table of a list at most half full (a full one is slow), and tells where it begins. */
function growTable(heads: Int32Array, blocks: Blocks, head: number): number {
  const room = heads[head + tableRoomCell] ?? -1;
  const count = heads[head + countCell] ?? 0;
  const known = heads[head + tableCell] ?? 0;
  if (room >= 0 && 2 * (count + 1) <= 1 << room) return known;
  const larger = Math.max(firstTable, 33 - Math.clz32(count + 1));
  const table = blocks.take(larger);
  const start = heads[head + startCell] ?? 0;
  for (let at = start; at < start + count; at += 1) placeNumber(blocks.numbers, table, larger, blocks.numbers[at] ?? 0);
  if (room >= 0) blocks.giveBack(known, room);
  heads[head + tableCell] = table;
  heads[head + tableRoomCell] = larger;
  return table;
}

function filter({ heads, blocks }: State, head: number, keeps: (value: number) => boolean): void {
  const { numbers } = blocks;
  const start = heads[head + startCell] ?? 0;
  const end = start + (heads[head + countCell] ?? 0);
  let kept = start;
  for (let at = start; at < end; at += 1) {
    const value = numbers[at] ?? 0;
    if (keeps(value)) numbers[kept++] = value;
  }
  heads[head + countCell] = kept - start;
  // The table would keep what is dropped, and fill up: it is made anew when it is needed.
  const room = heads[head + tableRoomCell] ?? -1;
  if (room >= 0) blocks.giveBack(heads[head + tableCell] ?? 0, room);
  heads[head + tableRoomCell] = -1;
}
