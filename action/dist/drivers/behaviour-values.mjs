// Values as text that can be compared, copies of them, and values like them.

const NODES = 3000;
const ITEMS = 200;

/** What a value looks like from outside. `probe` tells what a function that is a result does. */
export function shapeOf(value, probe = null) {
  const seen = new Map();
  let left = NODES;
  const of = (one, depth) => {
    left -= 1;
    if (left < 0 || depth > 40) return '…';
    if (typeof one === 'string') return JSON.stringify(one);
    if (typeof one === 'bigint') return `${one}n`;
    if (typeof one === 'number')
      return Object.is(one, -0) ? '0' : Number.isInteger(one) ? String(one) : one.toPrecision(12);
    if (typeof one === 'symbol') return one.toString();
    if (one === null || typeof one !== 'object')
      return typeof one === 'function' ? functionShape(one, depth) : String(one);
    if (seen.has(one)) return `#${seen.get(one)}`;
    seen.set(one, seen.size);
    return objectShape(one, depth + 1);
  };
  const functionShape = (one, depth) => {
    const told = probe !== null && depth < 2 ? probe(one) : '';
    const names = seen.has(one) ? [] : Object.keys(one);
    seen.set(one, seen.size);
    return `function${told}${names.length === 0 ? '' : fields(one, depth + 1)}`;
  };
  const fields = (one, depth) => {
    const keys = [...Object.keys(one).toSorted(), ...Object.getOwnPropertySymbols(one)];
    return `{${keys.map((key) => `${String(key)}: ${of(read(one, key), depth)}`).join(', ')}}`;
  };
  const objectShape = (one, depth) => {
    const name = kindOf(one);
    if (Array.isArray(one))
      return `[${one.map((item) => of(item, depth)).join(', ')}]${Object.keys(one).length === one.length ? '' : fields(one, depth)}`;
    if (one instanceof Error) return `${name}(${one.message})`;
    if (one instanceof RegExp || one instanceof URL) return `${name} ${one.toString()} ${one.lastIndex ?? ''}`;
    if (one instanceof Date) return `Date ${one.getTime()}`;
    if (one instanceof Map)
      return `Map{${[...one].map(([key, item]) => `${of(key, depth)} => ${of(item, depth)}`).join(', ')}}`;
    if (one instanceof Set) return `Set{${[...one].map((item) => of(item, depth)).join(', ')}}`;
    if (ArrayBuffer.isView(one))
      return `${name}(${[...new Uint8Array(one.buffer, one.byteOffset, Math.min(one.byteLength, ITEMS))].join(',')})`;
    if (typeof one.next === 'function' && typeof one[Symbol.iterator] === 'function') return iteratorShape(one, depth);
    if (typeof one[Symbol.iterator] === 'function' && Object.keys(one).length === 0)
      return `${name}${fieldsOfText(one)}`;
    return `${name === 'Object' ? '' : name}${fields(one, depth)}`;
  };
  const fieldsOfText = (one) => {
    try {
      return ` ${String(one)}`;
    } catch {
      return '';
    }
  };
  const iteratorShape = (one, depth) => {
    const items = [];
    try {
      for (let step = one.next(); !step.done && items.length < ITEMS; step = one.next())
        items.push(of(step.value, depth));
    } catch (error) {
      items.push(`throws ${error?.name}`);
    }
    return `iterator(${items.join(', ')})`;
  };
  return of(value, 0);
}

function kindOf(one) {
  const name = Object.getPrototypeOf(one)?.constructor?.name;
  return typeof name === 'string' ? name : 'Object';
}

function read(one, key) {
  try {
    return one[key];
  } catch (error) {
    return `throws ${error?.name}`;
  }
}

/** A copy that shares no array or object with the original; functions and what has hidden parts stay the same. */
export function duplicate(value, copies = new Map()) {
  if (value === null || typeof value !== 'object') return value;
  if (copies.has(value)) return copies.get(value);
  const keep = (copy) => {
    copies.set(value, copy);
    return copy;
  };
  if (Array.isArray(value)) {
    const copy = keep([]);
    for (const key of Object.keys(value)) copy[key] = duplicate(value[key], copies);
    copy.length = value.length;
    return copy;
  }
  if (value instanceof Date) return keep(new Date(value));
  if (value instanceof RegExp) return keep(Object.assign(new RegExp(value), { lastIndex: value.lastIndex }));
  if (value instanceof URL) return keep(new URL(value));
  if (value instanceof URLSearchParams) return keep(new URLSearchParams(value));
  if (value instanceof Map) {
    const copy = keep(new Map());
    for (const [key, item] of value) copy.set(duplicate(key, copies), duplicate(item, copies));
    return copy;
  }
  if (value instanceof Set) {
    const copy = keep(new Set());
    for (const item of value) copy.add(duplicate(item, copies));
    return copy;
  }
  if (ArrayBuffer.isView(value) || value instanceof Promise || value instanceof WeakMap) return value;
  const copy = keep(Object.create(Object.getPrototypeOf(value)));
  for (const key of Reflect.ownKeys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key);
    if ('value' in property) property.value = duplicate(property.value, copies);
    Object.defineProperty(copy, key, property);
  }
  return copy;
}

/** Numbers that are always the same for the same seed: in [0, 1). */
export function createRandom(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

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
  const objectVariants = (value, depth) => {
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
      if (!keys.includes(name))
        made.push(make((copy) => (copy[name] = pick([true, true, false, 1, pick(words), pick(FUNCTIONS)]))));
    }
    if (Object.getPrototypeOf(value) === Object.prototype) made.push({});
    return made;
  };
  const options = (value, depth) => {
    if (typeof value === 'boolean') return [!value];
    if (typeof value === 'number') return [value + 1, value - 1, -value, value + 0.5, ...numbers];
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
  return { of, pick, sample, words, numbers };
}

export const FUNCTIONS = [
  (value) => value,
  (...words) => words.length,
  (value) => Boolean(value),
  () => false,
  (value) => String(value),
];

export function typeOf(value) {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'object' ? kindOf(value) : typeof value;
}
