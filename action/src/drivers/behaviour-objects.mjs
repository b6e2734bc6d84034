// Objects like a given one.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { duplicate, safely } from './behaviour-copy.mjs';

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
    const made = [];
    const add = (name, ...member) => made.push(...changed(value, name, ...member));
    for (const key of sample(keys, 4)) {
      add(key);
      if (depth < 3) for (const option of sample(of(value[key], depth + 1), 3)) add(key, option);
    }
    // Settings that nobody gave: names that the function itself reads.
    for (const name of sample(
      words.filter((one) => /^[A-Za-z_$][\w$]*$/.test(one)),
      6,
    )) {
      if (!keys.includes(name)) add(name, memberFor(name, pick, words));
    }
    if (Object.getPrototypeOf(value) === Object.prototype) made.push({});
    return made;
  };
}

/** A copy of an object whose member is another one, or left out; none where it has only what its class computes. Of what is frozen there is one as well. */
export function changed(value, name, ...member) {
  const copy = duplicate(value);
  const own = Object.getOwnPropertyDescriptor(copy, name);
  if (own?.configurable === false && own.writable === false) return thawed(copy, name, member);
  const isDone = safely(() =>
    member.length === 0 ? Reflect.deleteProperty(copy, name) : Reflect.set(copy, name, member[0]),
  );
  return isDone === true ? [copy] : [];
}

function thawed(copy, name, member) {
  if (Array.isArray(copy)) return [];
  const { [name]: _, ...members } = Object.getOwnPropertyDescriptors(copy);
  if (member.length > 0) members[name] = { value: member[0], enumerable: true };
  return [Object.create(Object.getPrototypeOf(copy), members)];
}
