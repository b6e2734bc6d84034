import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { createLists } from '#engine/dependencies/values/create-lists.ts';

/**
 * A variable that may be this many things may be anything: more would make every fixed point of generated code quadratic,
 * and tell nobody anything. Of names outside a few are enough: only their own calls are of interest.
 */
const mostValues = 80;
const mostOutside = 16;

/** What variables hold, each value once, in the order in which they came. Values are told one after the other. */
export interface ValueSets {
  createSet(): Variable;
  /** Adds a value, unless it is held already or there are too many; tells whether it is now the only one to be told. */
  add(variable: Variable, value: ValueId, isOutside: boolean): boolean;
  /** Whether no value can be added any more. */
  isFull(variable: Variable): boolean;
  size(variable: Variable): number;
  at(variable: Variable, index: number): ValueId;
  /** How many values have been told. */
  told(variable: Variable): number;
  /** The next value that has not been told, which it then is; -1 when there is none. */
  tellNext(variable: Variable): ValueId;
}

export function createValueSets(room: number): ValueSets {
  const lists = createLists(room);
  // By variable; both are at most `mostValues`.
  let told = new Uint8Array(room);
  let outside = new Uint8Array(room);
  return {
    createSet() {
      const variable = lists.createList();
      if (variable === told.length) {
        told = withRoom(told);
        outside = withRoom(outside);
      }
      return variable;
    },
    add(variable, value, isOutside) {
      const size = lists.size(variable);
      if (size >= mostValues) return false;
      const others = outside[variable] ?? 0;
      if ((isOutside && others >= mostOutside) || !lists.addOnce(variable, value)) return false;
      if (isOutside) outside[variable] = others + 1;
      return told[variable] === size;
    },
    isFull: (variable) => lists.size(variable) >= mostValues,
    size: (variable) => lists.size(variable),
    at: (variable, index) => lists.at(variable, index),
    told: (variable) => told[variable] ?? 0,
    tellNext(variable) {
      const next = told[variable] ?? 0;
      if (next >= lists.size(variable)) return -1;
      told[variable] = next + 1;
      return lists.at(variable, next);
    },
  };
}

function withRoom(numbers: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
