// What a function keeps outside itself: variables of its module that it gives anew, and lists, maps and objects there that it
// changes. Put back after each call; what the earlier version changed is looked at as well.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { shapeOf } from './behaviour-shape.mjs';

const LARGEST = 2000;
const kept = new Map();
let waiting = null;

/** `names`: for each, `get`, `set` if it can be given another value, and `isTold`. */
export function keep(key, names) {
  kept.set(key, Object.entries(names));
}

/** Remembers what is kept; answers how to tell what has become of it, and how to put it back. Null where nothing is kept. */
export function openState(key) {
  settleState();
  const names = kept.get(key);
  if (names === undefined) return null;
  const held = names.flatMap(([name, one]) => {
    try {
      const value = one.get();
      return [{ name, ...one, value, refill: refillOf(value) }];
    } catch {
      return []; // not set up yet
    }
  });
  waiting = () => {
    waiting = null;
    for (const { value, set, refill } of held) {
      set?.(value);
      refill();
    }
  };
  const tell = () => held.filter(({ isTold }) => isTold).map(({ name, get }) => `${name} = ${shapeOf(get())}`);
  return { tell: () => tell().join(', ') };
}

/** Puts back what the last call has changed, also where it was ended without notice. */
export function settleState() {
  waiting?.();
}

/** Leaves what the last call has changed. */
export function dropState() {
  waiting = null;
}

function refillOf(value) {
  if (Array.isArray(value) && value.length <= LARGEST) {
    const items = [...value];
    return () => void value.splice(0, value.length, ...items);
  }
  if (value instanceof Map && value.size <= LARGEST) {
    const items = [...value];
    return () => refill(value, () => items.forEach(([key, item]) => value.set(key, item)));
  }
  if (value instanceof Set && value.size <= LARGEST) {
    const items = [...value];
    return () => refill(value, () => items.forEach((item) => value.add(item)));
  }
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return () => undefined;
  const members = { ...value };
  return () => {
    for (const name of Object.keys(value)) if (!Object.hasOwn(members, name)) delete value[name];
    Object.assign(value, members);
  };
}

function refill(value, fill) {
  value.clear();
  fill();
}
