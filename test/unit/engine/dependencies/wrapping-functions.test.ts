import { expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';

const buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });

/** `caller → callee` of the calls between the functions of one file `m`. */
async function callsIn(extension: string, lines: readonly string[]): Promise<string[]> {
  const { edges, nodes } = await buildGraph([{ path: `m.${extension}`, text: `${lines.join('\n')}\n` }], {
    by: 'symbol',
  });
  const own = new Set(nodes.filter(({ kind }) => kind === 'function').map(({ id }) => id));
  return edges
    .filter(({ kind, from, to }) => kind === 'call' && own.has(from) && own.has(to))
    .map(({ from, to }) => `${from.slice(2)} → ${to.slice(2)}`)
    .toSorted();
}

test('what one call of a wrapper makes is not given what another one makes is given', async () => {
  const calls = await callsIn('js', [
    'function limited(run) { return (...args) => run(...args) }',
    'function first(told) { told() }',
    'function second(told) { told() }',
    'const one = limited(first), two = limited(second)',
    'function useOne() { one(() => 1) }',
    'function useTwo() { two(() => 2) }',
  ]);
  expect(calls.filter((call) => /^(?:first|second)/u.test(call))).toEqual(['first → useOne', 'second → useTwo']);
});

test('the functions that a decorator makes are told apart', async () => {
  const calls = await callsIn('py', [
    'import functools',
    'def traced(f):',
    '    @functools.wraps(f)',
    '    def wrapper(*args):',
    '        return f(*args)',
    '    return wrapper',
    '@traced',
    'def first(told): told()',
    '@traced',
    'def second(told): told()',
    'def one(): pass',
    'def two(): pass',
    'def use_one(): first(one)',
    'def use_two(): second(two)',
  ]);
  expect(calls.filter((call) => /^(?:first|second)/u.test(call))).toEqual(['first → one', 'second → two']);
});

test('what a factory keeps belongs to the objects of one call', async () => {
  const calls = await callsIn('ts', [
    'function createStore(reduce: (told: () => void) => void) { return { run(told: () => void) { reduce(told) } } }',
    'function first(told: () => void) { told() }',
    'function second(told: () => void) { told() }',
    'const a = createStore(first), b = createStore(second)',
    'function useA() { a.run(() => {}) }',
    'function useB() { b.run(() => {}) }',
  ]);
  expect(calls.filter((call) => /^(?:first|second)/u.test(call))).toEqual(['first → useA', 'second → useB']);
});

test('a class in a wrapper belongs to one call, too', async () => {
  const calls = await callsIn('py', [
    'def runner(f):',
    '    class Runner:',
    '        def run(self, told): return f(told)',
    '    def inner(told): return Runner().run(told)',
    '    return inner',
    'def first(told): told()',
    'def second(told): told()',
    'def one(): pass',
    'def two(): pass',
    'a = runner(first)',
    'b = runner(second)',
    'def use_one(): a(one)',
    'def use_two(): b(two)',
  ]);
  expect(calls.filter((call) => /^(?:first|second)/u.test(call))).toEqual(['first → one', 'second → two']);
});

test('a wrapper that calls itself, and one that stands in itself, come to an end', async () => {
  const calls = await callsIn('js', [
    'function again(f) { const inner = () => again(inner); f(); return inner }',
    'function chain(f) { return chain((g) => chain((h) => f(g, h))) }',
    'function leaf() {}',
    'function use() { again(leaf); return chain(leaf) }',
  ]);
  expect(calls).toEqual(expect.arrayContaining(['again → leaf', 'use → again', 'use → chain', 'chain → leaf']));
});
