import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { createLists } from '#engine/dependencies/values/create-lists.ts';

/** How a value counts: a name outside, an object or list that is written down, one of them with functions, a text or number, or anything else. */
export type Rank = 'outside' | 'object' | 'acting' | 'text' | 'own';

/**
 * A variable that may be this many things may be anything: more would make every fixed point of generated code quadratic,
 * and tell nobody anything. Of names outside a few are enough: only their own calls are of interest. Objects with functions of their own
 * are strategies, plugins, locales: whoever keeps a hundred of them calls them all. Texts take at most half of the room that they share
 * with functions, classes and instances. Together they are fewer than 256.
 */
const most: Readonly<Record<Rank, number>> = { own: 64, text: 32, outside: 16, object: 24, acting: 150 };

const ranks = ['own', 'text', 'outside', 'object', 'acting'] as const;

/** What variables hold, each value once, in the order in which they came. Values are told one after the other. */
export interface ValueSets {
  createSet(): Variable;
  /** Adds a value, unless it is held already or there are too many; tells whether it is now the only one to be told. */
  add(variable: Variable, value: ValueId, rank: Rank): boolean;
  /** Whether no value can be added any more. */
  isFull(variable: Variable): boolean;
  /** Whether it holds as many texts as it can: then any other may be meant, too. */
  mayBeAnyText(variable: Variable): boolean;
  size(variable: Variable): number;
  at(variable: Variable, index: number): ValueId;
  /** How many values have been told. */
  told(variable: Variable): number;
  /** The next value that has not been told, which it then is; -1 when there is none. */
  tellNext(variable: Variable): ValueId;
}

export function createValueSets(room: number): ValueSets {
  const lists = createLists(room);
  // By variable.
  let told = new Uint8Array(room);
  const counts = countsOf(() => new Uint8Array(room));
  const isFullOf = (variable: Variable, rank: Rank): boolean => (counts[rank][variable] ?? 0) >= most[rank];
  const isFull = (variable: Variable): boolean => isFullOf(variable, 'own');
  return {
    createSet() {
      const variable = lists.createList();
      if (variable === told.length) {
        told = withRoom(told);
        for (const rank of ranks) counts[rank] = withRoom(counts[rank]);
      }
      return variable;
    },
    add(variable, value, rank) {
      const size = lists.size(variable);
      if (isFullOf(variable, rank) || (rank === 'text' && isFull(variable))) return false;
      if (!lists.addOnce(variable, value)) return false;
      counts[rank][variable] = (counts[rank][variable] ?? 0) + 1;
      if (rank === 'text') counts.own[variable] = (counts.own[variable] ?? 0) + 1;
      return told[variable] === size;
    },
    isFull,
    mayBeAnyText: (variable) => isFull(variable) || isFullOf(variable, 'text'),
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

function countsOf(create: () => Uint8Array): Record<Rank, Uint8Array> {
  return { own: create(), text: create(), outside: create(), object: create(), acting: create() };
}

function withRoom(numbers: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
