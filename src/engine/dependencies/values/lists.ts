/** Lists of numbers from 0, very many and mostly short: kept in flat arrays, for each object of its own costs more than it holds. */
export interface Lists {
  /** Makes an empty list; lists are numbered from 0. */
  createList(): number;
  /** Adds a value at the end, unless it is there already; tells whether it was not. One list is filled with this or with `add`. */
  addOnce(list: number, value: number): boolean;
  add(list: number, value: number): void;
  size(list: number): number;
  at(list: number, index: number): number;
  /** Drops the values that are not kept. */
  filter(list: number, keeps: (value: number) => boolean): void;
}
