// Loaded by jest before each test file, among the globals of that file: jest's own runner keeps the tests and their errors there,
// where tested code could rewrite them. From here on both only grow, and what decides over a test stays what it is.

const { defineProperty, freeze, getOwnPropertySymbols } = Object;
const { apply, getPrototypeOf, ownKeys } = Reflect;
const { slice, includes, push } = Array.prototype;
const copyOf = (list) => apply(slice, list, []);

function fix(target, name, value = target[name]) {
  defineProperty(target, name, { value, writable: false, configurable: false, enumerable: true });
}

/** A list that is only ever added to: what is read of it are copies. `accept`: what may be put in its place. */
function growOnly(target, name, { take = () => undefined, accept = () => false } = {}) {
  let kept = copyOf(target[name]);
  for (const one of kept) take(one);
  const add = (one) => {
    take(one);
    return apply(push, kept, [one]);
  };
  defineProperty(target, name, {
    configurable: false,
    enumerable: true,
    get() {
      const copy = copyOf(kept);
      defineProperty(copy, 'push', { value: (...more) => more.map(add).at(-1) ?? kept.length });
      return copy;
    },
    set(next) {
      if (accept(kept, next)) kept = copyOf(next);
    },
  });
}

const isOrderOf = (kept, next) => next?.length === kept.length && kept.every((one) => apply(includes, next, [one]));

function keepTest(test) {
  // A test that is to fail proves nothing when it does.
  if (test.failing) test.mode = 'skip';
  for (const name of ['name', 'parent', 'type', 'failing', 'concurrent']) fix(test, name);
  growOnly(test, 'errors');
  let { fn } = test;
  // Older versions begin a concurrent test early, and put its outcome in its place.
  let replaceable = test.concurrent === true;
  defineProperty(test, 'fn', {
    configurable: false,
    enumerable: true,
    get: () => fn,
    set(next) {
      if (!replaceable) throw new TypeError('a test may not be replaced while tests are judged');
      replaceable = false;
      fn = next;
    },
  });
}

function keepBlock(block) {
  for (const name of ['name', 'parent', 'type']) fix(block, name);
  const take = (child) => (child.type === 'test' ? keepTest(child) : keepBlock(child));
  growOnly(block, 'children', { take, accept: isOrderOf });
}

/** The functions that an object has now are its functions from here on; objects that inherit from it may have their own. */
function keepFunctions(target, names = ownKeys(target)) {
  for (const name of names) {
    const { value, configurable } = Object.getOwnPropertyDescriptor(target, name) ?? {};
    if (typeof value !== 'function' || configurable !== true || name === 'constructor') continue;
    defineProperty(target, name, {
      configurable: false,
      get: () => value,
      set(next) {
        if (this === target) throw new TypeError(`${String(name)} may not be replaced while tests are judged`);
        defineProperty(this, name, { value: next, writable: true, configurable: true, enumerable: true });
      },
    });
  }
}

/** Throws where tests run under another runner than jest's own. */
export function sealJest(global) {
  const named = (text) => getOwnPropertySymbols(global).find((symbol) => symbol.description === text);
  const { matchers } = global[named('$$jest-matchers-object')] ?? {};
  const state = named('JEST_STATE_SYMBOL');
  if (state === undefined || matchers === undefined)
    throw new Error('only tests that run under jest-circus, which is the runner of jest, can be judged');
  const handlers = named('EVENT_HANDLERS');
  if (handlers !== undefined) fix(global, handlers, freeze(global[handlers]));
  fix(global, state);
  fix(global[state], 'rootDescribeBlock');
  keepBlock(global[state].rootDescribeBlock);
  keepFunctions(matchers);
  for (const name of ['expect', 'test', 'it', 'xtest', 'xit', 'fit']) fix(global, name);
}

/** What the runner and the assertions are made of: kept once the project has loaded what may wrap it (zone.js does). */
export function sealBuiltins(global) {
  const { customEqualityTesters } = global[Symbol.for('$$jest-matchers-object')];
  if (customEqualityTesters !== undefined) freeze(customEqualityTesters);
  for (const { prototype } of [Promise, Array, Map, WeakMap]) keepFunctions(prototype);
  keepFunctions(getPrototypeOf([][Symbol.iterator]()));
  keepFunctions(Object, ['is', 'keys', 'entries', 'assign', 'getOwnPropertyDescriptor', 'getPrototypeOf']);
  keepFunctions(Function.prototype, ['call', 'apply']);
}
