// What a function keeps outside itself: variables of its module that it gives anew, and lists, maps and objects there that it
// changes. Put back after each call; what the earlier version changed is looked at as well.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { shapeOf } from './behaviour-shape.mjs';

const LARGEST = 500;
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
      const refill = refillOf(value);
      return [{ name, ...one, value, refill, isTold: one.isTold && refill !== null }];
    } catch {
      return []; // not set up yet
    }
  });
  waiting = () => {
    waiting = null;
    for (const { value, set, refill } of held) {
      set?.(value);
      refill?.();
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

/** How to put back what a value holds, however deep; null where that is too much to look at. */
function refillOf(value) {
  const refills = [];
  const seen = new Set();
  const waiting = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (one === null || typeof one !== 'object' || seen.has(one)) continue;
    if (seen.size >= LARGEST) return null;
    seen.add(one);
    const [refill, inner] = contentOf(one);
    if (inner.length > LARGEST) return null;
    refills.push(refill);
    waiting.push(...inner);
  }
  return () => refills.forEach((refill) => refill());
}

/** How to put back what stands directly in a list, map, set or object, and what that is. */
function contentOf(one) {
  if (Array.isArray(one)) {
    const items = [...one];
    return [() => void one.splice(0, one.length, ...items), items];
  }
  if (one instanceof Map) {
    const items = [...one];
    return [() => refill(one, () => items.forEach(([key, item]) => one.set(key, item))), items.flat()];
  }
  if (one instanceof Set) {
    const items = [...one];
    return [() => refill(one, () => items.forEach((item) => one.add(item))), items];
  }
  const members = Object.entries(Object.getOwnPropertyDescriptors(one)).filter(
    ([, member]) => member.writable === true && member.configurable === true,
  );
  const putBack = () => {
    if (Object.isFrozen(one)) return;
    for (const name of Object.keys(one)) if (!members.some(([known]) => known === name)) delete one[name];
    for (const [name, member] of members) Object.defineProperty(one, name, member);
  };
  return [putBack, members.map(([, member]) => member.value)];
}

function refill(value, fill) {
  value.clear();
  fill();
}
