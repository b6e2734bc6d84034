import { enlarge } from '#engine/dependencies/enlarge.ts';

/** A growing array of 32-bit numbers. */
export interface Numbers {
  /** Returns the place of the new number. */
  push(value: number): number;
  get(place: number): number;
  set(place: number, value: number): void;
}

export function createNumbers(): Numbers {
  let numbers = new Int32Array(1024);
  let count = 0;
  return {
    push(value) {
      if (count === numbers.length) numbers = enlarge(numbers);
      numbers[count] = value;
      count += 1;
      return count - 1;
    },
    get: (place) => numbers[place] ?? -1,
    set(place, value) {
      numbers[place] = value;
    },
  };
}
