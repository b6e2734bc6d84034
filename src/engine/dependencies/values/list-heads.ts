import type { Blocks } from '#engine/dependencies/values/create-blocks.ts';

/**
 * What is known of a list, in two numbers, for there are millions: where its block begins (of a list without one: its only
 * value), and its length with the size of the block. A block of 16 or more numbers keeps two for the table of the list.
 */
export const cells = 2;
export const countShift = 5;
export const roomMask = 31;
export const roomOfTable = 4;
const tableCells = 2;

/** How many values a list may have in a block of `1 << room` numbers, or without one. */
export function placesIn(room: number): number {
  return room < roomOfTable ? 1 << room : (1 << room) - tableCells;
}

/** Gives a list that is full twice the room. */
export function growList(heads: Int32Array, blocks: Blocks, head: number): void {
  const known = heads[head + 1] ?? 0;
  const room = known & roomMask;
  const start = heads[head] ?? 0;
  const larger = blocks.take(room + 1);
  heads[head] = larger;
  heads[head + 1] = known + 1;
  const { numbers } = blocks;
  if (room === 0) {
    numbers[larger] = start;
    return;
  }
  numbers.copyWithin(larger, start, start + placesIn(room));
  if (room >= roomOfTable) {
    // The table goes with the list.
    const [end, before] = [larger + (2 << room), start + (1 << room)];
    numbers.copyWithin(end - tableCells, before - tableCells, before);
  }
  blocks.giveBack(start, room);
}
