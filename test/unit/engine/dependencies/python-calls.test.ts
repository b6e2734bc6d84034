import { beforeAll, expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createBuildGraph, type BuildGraph } from '#engine/dependencies/create-build-graph.ts';

let buildGraph: BuildGraph;
beforeAll(async () => {
  buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });
});

/** `from > to` for each call in a file `m.py`, with the functions inside functions. */
async function callsOf(lines: readonly string[]): Promise<string[]> {
  const text = `${lines.join('\n')}\n`;
  const { edges } = await buildGraph([{ path: 'm.py', text }], { by: 'symbol', nested: true });
  return edges.filter(({ kind }) => kind === 'call').map(({ from, to }) => `${from} > ${to}`);
}

test.each<[string, string[], string[]]>([
  [
    'functions and lambdas inside functions are nodes',
    [
      'def outer():',
      '    def inner():',
      '        return lambda: len([])',
      '    return inner',
      'run = outer()()',
      'run()',
    ],
    ['m > m.outer', 'm > m.outer.inner', 'm > m.outer.inner.<lambda1>', 'm.outer.inner.<lambda1> > <builtin>.len'],
  ],
  [
    'the last of two straight assignments counts',
    ['def a(): pass', 'def b(): pass', 'f = a', 'f = b', 'f()'],
    ['m > m.b'],
  ],
  [
    'both of two branches count',
    ['import sys', 'def a(): pass', 'def b(): pass', 'f = a', 'if sys: f = b', 'f()'],
    ['m > m.a', 'm > m.b'],
  ],
  [
    'a function that another one sets anew may be either',
    ['def a(): pass', 'def b(): pass', 'f = a', 'def swap():', '    global f', '    f = b', 'swap()', 'f()'],
    ['m > m.a', 'm > m.b', 'm > m.swap'],
  ],
  [
    'an item stored or merged anew',
    ['def a(): pass', 'def b(): pass', 'd = {"k": a}', 'd["k"] = b', 'd["k"]()', 'd.update({"k": a})', 'd["k"]()'],
    ['m > m.a', 'm > m.b'],
  ],
  [
    'starred targets count from both ends',
    ['def a(): pass', 'def b(): pass', 'def c(): pass', 'x, *y, z = a, b, c, a', 'y[1]()', 'z()'],
    ['m > m.a', 'm > m.c'],
  ],
  ['a slice begins anew', ['def a(): pass', 'def b(): pass', 'ls = [a, b]', 'ls[1:][0]()'], ['m > m.b']],
  [
    'a key that comes as an argument',
    ['def a(): pass', 'def b(): pass', 'd = {"x": a, "y": b}', 'def run(k):', '    d[k]()', 'run("y")'],
    ['m > m.run', 'm.run > m.b'],
  ],
  [
    'the diamond asks the nearer class first',
    [
      'class A:',
      '    def f(self): pass',
      'class B(A): pass',
      'class C(A):',
      '    def f(self): pass',
      'class D(B, C): pass',
      'D().f()',
    ],
    ['m > m.C.f'],
  ],
  ['a class that is raised', ['class E(Exception):', '    def __init__(self): pass', 'raise E'], ['m > m.E.__init__']],
  [
    'elements of what map makes',
    ['def make(x):', '    return make', 'for f in map(make, [1]):', '    f()'],
    ['m > <builtin>.map', 'm > m.make'],
  ],
  [
    'decorators of the language are no calls',
    ['class K:', '    @staticmethod', '    def f(): pass', 'K.f()'],
    ['m > m.K.f'],
  ],
])('%s', async (_, lines, expected) => {
  expect(await callsOf(lines)).toEqual(expected.toSorted());
});
