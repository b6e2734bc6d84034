// Values far from a given one: parts of several put together, the signs that code looks for put in anywhere.

// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { duplicate } from './behaviour-copy.mjs';
import { memberFor } from './behaviour-objects.mjs';
import { kindOf } from './behaviour-shape.mjs';

// Of the last two, one is a sign of two code units.
const SIGNS = Array.from('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ \n\t09aZé日😀');
const TOKENS = /[A-Za-z]+|\d+|[^A-Za-z\d]/g;
const BUILTIN = new Set(['Array', 'Date', 'RegExp', 'Map', 'Set', 'URL', 'URLSearchParams', 'Promise']);
const LONGEST = 4096;
const NAME = /^[A-Za-z_$][\w$]*$/;

export function createWild({ random, pick, words, numbers, pool, of }) {
  const at = (length) => Math.floor(random() * (length + 1));

  /** A sign that texts of this project hold, or that the function itself looks for. */
  const sign = () => {
    const dice = random();
    if (dice < 0.45) return pick(words);
    if (dice < 0.6) return pick(SIGNS);
    const texts = pool.get('string') ?? [];
    const text = texts.length === 0 ? 'a' : pick(texts);
    const signs = text.match(/[^A-Za-z0-9]/g);
    return signs === null || random() < 0.2 ? (text[at(text.length - 1)] ?? '') : pick(signs);
  };

  /** One of its words, numbers or signs is another one. */
  const reworded = (value) => {
    const tokens = value.match(TOKENS) ?? [value];
    return tokens.with(at(tokens.length - 1), random() < 0.8 ? pick(words) : sign()).join('');
  };

  /** As long as a number that the function itself knows: one of its signs many times, or cut off. */
  const resized = (value) => {
    const length = Math.max(0, Math.floor(pick(numbers)));
    if (length <= value.length || length > LONGEST || value === '') return value.slice(0, length);
    const place = at(value.length - 1);
    return value.slice(0, place) + value[place].repeat(length - value.length) + value.slice(place);
  };

  const text = (value, other) => {
    const [from, to] = [at(value.length), at(value.length)].toSorted((left, right) => left - right);
    const [head, middle, tail] = [value.slice(0, from), value.slice(from, to), value.slice(to)];
    const dice = Math.floor(random() * 11);
    if (dice === 0) return head + tail;
    if (dice === 1) return head + middle + middle + tail;
    if (dice === 2 && typeof other === 'string') return head + other.slice(at(other.length));
    if (dice === 3 && typeof other === 'string') {
      const cut = at(other.length);
      return head + other.slice(cut, cut + 6) + value.slice(from);
    }
    if (dice === 4) return head + sign() + middle + sign() + tail;
    if (dice === 5) return head + sign() + value.slice(from + 1);
    if (dice === 6 || dice === 7) return reworded(value);
    if (dice === 8) return resized(value);
    return head + sign() + value.slice(from);
  };

  const object = (value, other) => {
    const keys = Object.keys(value);
    const names = words.filter((one) => NAME.test(one));
    const dice = random();
    if (dice < 0.2 && other !== null && typeof other === 'object' && !Array.isArray(other))
      return { ...value, ...other };
    const name = keys.length > 0 && (dice < 0.5 || names.length === 0) ? pick(keys) : pick(names);
    if (name === undefined) return value;
    const member = value[name];
    const next = member === undefined ? memberFor(name, pick, words) : wild(member, undefined);
    return { ...value, [name]: next };
  };

  /** An object of a class, one of its members changed. */
  const instance = (value) => {
    const copy = duplicate(value);
    const names = Object.keys(copy).filter((name) => Object.getOwnPropertyDescriptor(copy, name).writable === true);
    if (names.length > 0) {
      const name = pick(names);
      copy[name] = pick(wild(copy[name], undefined));
    }
    return copy;
  };

  function wild(value, other) {
    if (typeof value === 'string') return [text(value, other)];
    const isObject = value !== null && typeof value === 'object';
    const isPlain = isObject && Object.getPrototypeOf(value) === Object.prototype;
    if (isPlain && random() < 0.9) return [object(value, other)];
    if (isObject && !isPlain && !BUILTIN.has(kindOf(value)) && random() < 0.6) return [instance(value)];
    if (value === undefined && random() < 0.5) return [object({}, other)];
    if (Array.isArray(value) && value.length > 0 && random() < 0.6) {
      const place = at(value.length - 1);
      return [value.with(place, pick(wild(value[place], Array.isArray(other) ? other[place] : undefined)))];
    }
    return of(value);
  }
  return wild;
}
