// Notes the stubs that each test of node:test throws.
import { afterEach, beforeEach } from 'node:test';
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { begin, end } from './stub-notes.mjs';

/** Of tests that have ended: by name, in the order in which they ended. */
const ended = new Map();

/** What the test of that name threw, once. */
export function takeThrown(name) {
  return ended.get(name)?.shift() ?? [];
}

beforeEach((test) => begin(test));
afterEach((test) => {
  const name = test.fullName ?? test.name;
  ended.set(name, [...(ended.get(name) ?? []), end(test)]);
});
