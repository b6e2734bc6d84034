// Values like a given one.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { typeOf } from './behaviour-copy.mjs';
import { createWild } from './behaviour-wild.mjs';
import { createObjectVariants, FUNCTIONS } from './behaviour-objects.mjs';

/** Values like a given one: at its borders, with a telling literal, shorter, longer. */
export function createVariants({ random, literals, pool }) {
  const pick = (items) => items[Math.floor(random() * items.length)];
  const sample = (items, count) => (items.length <= count ? items : Array.from({ length: count }, () => pick(items)));
  const texts = literals.filter((one) => typeof one === 'string' && one !== '');
  const numbers = [
    ...new Set([
      0,
      1,
      -1,
      2,
      ...literals.filter((one) => typeof one === 'number').flatMap((one) => [one - 1, one, one + 1]),
    ]),
  ];
  const words = texts.length === 0 ? ['a'] : texts;

  const textVariants = (value) => {
    const cut = Math.floor(random() * (value.length + 1));
    const made = [
      '',
      value + value,
      value.slice(1),
      value.slice(0, -1),
      value.toUpperCase(),
      value.toLowerCase(),
      ` ${value}`,
      `${value}\n`,
      value.slice(0, cut),
      value.slice(cut),
      [...value].reverse().join(''),
      // What becomes the same text where nobody looks at its type.
      [value],
    ];
    for (const text of sample(words, 6))
      made.push(
        text,
        value + text,
        text + value,
        value.slice(0, cut) + text + value.slice(cut),
        value.replaceAll(text, ''),
      );
    const others = pool.get('string') ?? [];
    if (others.length > 0)
      made.push(pick(others), value + pick(others), `${pick(others)}/${value}`, pick(others).slice(0, cut) + value);
    return made;
  };
  const listVariants = (value, depth) => {
    const made = [
      [],
      value.slice(0, 1),
      value.slice(1),
      value.slice(0, -1),
      value.toReversed(),
      [...value, ...value],
      [...value, undefined],
      [...value, pick(words)],
    ];
    if (value.length > 0 && depth < 3) {
      const at = Math.floor(random() * value.length);
      for (const option of sample(of(value[at], depth + 1), 4)) made.push(value.with(at, option));
    }
    return made;
  };
  const objectVariants = createObjectVariants({ sample, pick, words, of: (value, depth) => of(value, depth) });
  const options = (value, depth) => {
    if (typeof value === 'boolean') return [!value];
    if (typeof value === 'number') return [value + 1, value - 1, -value, value + 0.5, String(value), ...numbers];
    if (typeof value === 'bigint') return [value + 1n, -value, 0n];
    if (typeof value === 'string') return textVariants(value);
    if (value === undefined || value === null)
      return [{}, '', 0, true, pick(words), pick(numbers), [], { [pick(words)]: true }];
    if (typeof value === 'function') return [FUNCTIONS[0], FUNCTIONS[1], pick(FUNCTIONS)];
    if (Array.isArray(value)) return listVariants(value, depth);
    if (value instanceof Map) return [new Map(), new Map([...value].slice(1))];
    if (value instanceof Set) return [new Set(), new Set([...value].slice(1)), new Set([...value, pick(words)])];
    if (value instanceof Date) return [new Date(0), new Date(value.getTime() + 1)];
    return objectVariants(value, depth);
  };
  function of(value, depth = 0) {
    const made = options(value, depth);
    const same = pool.get(typeOf(value)) ?? [];
    if (same.length > 0) made.push(pick(same), pick(same));
    if (depth === 0) made.push(undefined);
    return made;
  }
  const wild = createWild({ random, pick, words, numbers, pool, of });
  return { of, pick, sample, wild, words, numbers };
}
