// Keeps the code under test from changing what decides over it: the assertions, the runner's own stream, and how reports
// are written. It is loaded before any of that code. Whoever tampers is told so; what mocks do elsewhere stays possible.
import assert from 'node:assert';
import { AsyncResource } from 'node:async_hooks';
import fs from 'node:fs';
import { Readable } from 'node:stream';

const { defineProperty, getOwnPropertyNames, setPrototypeOf } = Object;
const stringify = JSON.stringify;
const write = fs.writeSync;
const wait = Atomics.wait;
const clock = new Int32Array(new SharedArrayBuffer(4));
const STANDARD_OUTPUT = 1;

/** Properties stay what they are; objects that inherit them may still have their own. */
export function seal(target, names) {
  for (const name of names) {
    const value = target[name];
    defineProperty(target, name, {
      configurable: false,
      enumerable: Object.prototype.propertyIsEnumerable.call(target, name),
      get: () => value,
      set(replacement) {
        if (this === target) throw new TypeError(`${name} may not be replaced while tests are judged`);
        defineProperty(this, name, { value: replacement, writable: true, configurable: true, enumerable: true });
      },
    });
  }
}

const functionsOf = (target) => getOwnPropertyNames(target).filter((name) => typeof target[name] === 'function');

for (const one of new Set([assert, assert.strict]))
  seal(
    one,
    functionsOf(one).filter((name) => Object.getOwnPropertyDescriptor(one, name).configurable),
  );
seal(Readable.prototype, ['push', 'read', 'on', 'pipe', Symbol.asyncIterator]);
seal(AsyncResource.prototype, ['runInAsyncScope']);

/** JSON of a flat message that nothing which was put on a prototype can change. */
export function toJson(message) {
  for (const value of Object.values(message)) if (Array.isArray(value)) setPrototypeOf(value, null);
  return stringify(setPrototypeOf(message, null));
}

/** Writes to standard output at once, past everything that may stand before `process.stdout`. */
export function writeOut(text) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += write(STANDARD_OUTPUT, bytes, at);
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
      wait(clock, 0, 0, 1);
    }
  }
}
