// Objects like a given one.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { duplicate } from './behaviour-copy.mjs';

export const FUNCTIONS = [
  (value) => value,
  (...words) => words.length,
  (value) => Boolean(value),
  () => false,
  (value) => String(value),
];

/** What functions that are called for what they do, and not for what they give, were called with since it was last emptied. */
export const heard = [];
const HEARING = /^on[A-Z]/;

/** A value for a member that nobody gave. */
export function memberFor(name, pick, words) {
  if (HEARING.test(name)) return (...given) => void heard.push([name, ...given]);
  return pick([true, true, false, 1, pick(words), pick(FUNCTIONS)]);
}

/** Copies of an object with members changed, left out, or set that the function itself reads. */
export function createObjectVariants({ sample, pick, words, of }) {
  return (value, depth) => {
    const keys = Object.keys(value);
    const make = (change) => {
      const copy = duplicate(value);
      change(copy);
      return copy;
    };
    const made = [];
    const names = [...sample(keys, 4)];
    for (const key of names) {
      made.push(make((copy) => delete copy[key]));
      if (depth < 3)
        for (const option of sample(of(value[key], depth + 1), 3)) made.push(make((copy) => (copy[key] = option)));
    }
    // Settings that nobody gave: names that the function itself reads.
    for (const name of sample(
      words.filter((one) => /^[A-Za-z_$][\w$]*$/.test(one)),
      6,
    )) {
      if (!keys.includes(name)) made.push(make((copy) => (copy[name] = memberFor(name, pick, words))));
    }
    if (Object.getPrototypeOf(value) === Object.prototype) made.push({});
    return made;
  };
}
