import { enlarge } from '#engine/dependencies/values/enlarge.ts';

/** Runs of numbers in one flat array; a run has room for a power of two of them, and is used again when it is given back. */
export interface Blocks {
  /** Replaced when it grows: to be read anew after each `take`. */
  numbers: Int32Array;
  /** Where a run begins that has room for `1 << size` numbers, all 0. */
  take(size: number): number;
  giveBack(start: number, size: number): void;
}

/** `room`: for how many numbers there is room at first. */
export function createBlocks(room: number): Blocks {
  let end = 0;
  /** By size: where runs begin that nobody uses. */
  const free: number[][] = [];
  const blocks: Blocks = {
    numbers: new Int32Array(room),
    take(size) {
      const start = free[size]?.pop();
      if (start !== undefined) {
        blocks.numbers.fill(0, start, start + (1 << size));
        return start;
      }
      const taken = end;
      end += 1 << size;
      while (end > blocks.numbers.length) blocks.numbers = enlarge(blocks.numbers);
      return taken;
    },
    giveBack(start, size) {
      (free[size] ??= []).push(start);
    },
  };
  return blocks;
}
