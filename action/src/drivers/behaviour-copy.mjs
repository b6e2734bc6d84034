// Copies of values, and numbers that are always the same.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { kindOf } from './behaviour-shape.mjs';

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

export function typeOf(value) {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'object' ? kindOf(value) : typeof value;
}

/** What some work gives; null where it cannot be done: what cannot be copied, read or set is not compared. */
export function safely(doing) {
  try {
    return doing();
  } catch {
    return null;
  }
}
