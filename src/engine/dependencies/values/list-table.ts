import type { Blocks } from '#engine/dependencies/values/create-blocks.ts';
import { placeNumber } from '#engine/dependencies/values/place-number.ts';

/** Room of the first table: for more than twice as many values as are searched without one. */
const firstTable = 5;

/**
 * Readies the table of a long list for one more value, at most half full (a full one is slow), and tells where it begins. The
 * list has `count` numbers from `start`; the last two before its `end` tell where its table begins, and the room of that (0: none).
 */
export function readyTable(blocks: Blocks, start: number, count: number, end: number): number {
  const room = blocks.numbers[end - 1] ?? 0;
  const known = blocks.numbers[end - 2] ?? 0;
  if (room > 0 && 2 * (count + 1) <= 1 << room) return known;
  const larger = Math.max(firstTable, 33 - Math.clz32(count + 1));
  const table = blocks.take(larger);
  const { numbers } = blocks;
  for (let at = start; at < start + count; at += 1) placeNumber(numbers, table, larger, numbers[at] ?? 0);
  if (room > 0) blocks.giveBack(known, room);
  numbers[end - 2] = table;
  numbers[end - 1] = larger;
  return table;
}

/** Forgets the table of a list. */
export function dropTable(blocks: Blocks, end: number): void {
  const { numbers } = blocks;
  const room = numbers[end - 1] ?? 0;
  if (room > 0) blocks.giveBack(numbers[end - 2] ?? 0, room);
  numbers[end - 1] = 0;
}
