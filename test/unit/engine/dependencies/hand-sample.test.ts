import { expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';

const buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });

/** What `caller` calls in a file `m` of the project. */
async function calledBy(caller: string, extension: string, lines: readonly string[]): Promise<string[]> {
  const file = { path: `m.${extension}`, text: `${lines.join('\n')}\n` };
  const { edges, nodes } = await buildGraph([file], { by: 'symbol' });
  const own = new Set(nodes.filter(({ kind }) => kind !== 'external').map(({ id }) => id));
  return edges
    .filter(({ kind, from, to }) => kind === 'call' && from === `m.${caller}` && own.has(to))
    .map(({ to }) => to.slice('m.'.length))
    .toSorted();
}

/** Found where calls of packages were drawn at random and read: wrong once, or missing. */
const cases: readonly (readonly [string, string, string, readonly string[], readonly string[]])[] = [
  [
    'what is stored under a name that is not known is not read under a symbol',
    'js',
    'use',
    [
      "const kGen = Symbol('gen')",
      'function gen() {}',
      'function helper() {}',
      'const app = { [kGen]: gen, decorate(name, fn) { set(this, name, fn) } }',
      'function set(instance, name, fn) { instance[name] = fn }',
      'function shorthand(method) { app.decorate(method, helper) }',
      'function use(server) { return server[kGen]() }',
      'use(app)',
    ],
    ['gen'],
  ],
  [
    'a pattern runs the getters of what it takes apart, and no setters',
    'js',
    'use',
    [
      'class Options { get body() { return 1 } set body(value) {} }',
      'function use() { const { body: taken } = new Options(); return taken }',
      'function other({ body }) { return body }',
      'other(new Options())',
    ],
    ['Options', 'Options.body'],
  ],
  [
    'a method that does not name its object takes it for no argument',
    'ts',
    'Pack.run',
    [
      'class Core { go() { return 1 } }',
      'class Pack { constructor(readonly core: Core) {}',
      '  run() { return this.core.go() }',
      '  go() {} }',
    ],
    ['Core.go'],
  ],
  [
    'a declared class holds back objects of others, also in a cast',
    'ts',
    'use',
    [
      'class A { run() { return 1 } }',
      'class B { run() { return 2 } }',
      'export function use(x: A) { return x.run() }',
      'export function wrong(v: A | B) { return use(v as A) }',
      'wrong(new B())',
    ],
    ['A.run'],
  ],
  [
    'an interface takes what has its members, wherever it comes from',
    'ts',
    'use',
    [
      'interface Runs { name: string }',
      'class B { name = "b"; run() { return 2 } }',
      'export function use(x: Runs) { return x.run() }',
      'use(new B())',
    ],
    ['B.run'],
  ],
  [
    'a union of classes means each of them',
    'ts',
    'use',
    ['class A { run() {} }', 'class B { run() {} }', 'export function use(x: A | B | null) { return x.run() }'],
    ['A.run', 'B.run'],
  ],
  [
    'a union of classes means each of them in Python, too',
    'py',
    'use',
    [
      'from typing import Union',
      'class A:',
      '    def run(self): pass',
      'class B:',
      '    def run(self): pass',
      'def use(x: Union[A, B, str]): return x.run()',
    ],
    ['A.run', 'B.run'],
  ],
  [
    'an element of a dictionary is no attribute of its class',
    'py',
    'name',
    [
      'class P(dict):',
      '    @property',
      '    def https(self): return self.get("https")',
      '    def env(self):',
      '        e = {}',
      '        e["a"] = self.https',
      '        return e',
      'def name(attrs): return attrs["a"]',
      'name(P().env())',
    ],
    [],
  ],
  [
    'overloads only declare how the function may be called',
    'py',
    'use',
    [
      'import typing as t',
      'class H:',
      '    @t.overload',
      '    def get(self, k: str) -> str: ...',
      '    @t.overload',
      '    def get(self, k: int) -> int: ...',
      '    def get(self, k): return k',
      'def use(h: H): return h.get("a")',
    ],
    ['H.get#3'],
  ],
  [
    'a name with a type holds what it is given, too',
    'py',
    'use',
    [
      'from typing import Any, List',
      'class M:',
      '    def norm(self): return self',
      'def use():',
      '    xs: List[M] = [M()]',
      '    f: Any = xs[0]',
      '    return f.norm()',
    ],
    ['M.norm'],
  ],
  [
    'a setter is not what a member is, under a key that is not known either',
    'js',
    'first',
    [
      'function first(told) { told() }',
      'function second(told) { told() }',
      'const options = { set body(told) { first(told) }, run(told) { second(told) } }',
      'function use(key) { options[key](() => 1) }',
    ],
    [],
  ],
  [
    'a decorator that may stand without arguments gives its inner one only where it has some',
    'py',
    'use',
    [
      'def twice(f=None, *, times=2):',
      '    def wrap(g):',
      '        return g',
      '    if f is None:',
      '        return wrap',
      '    return wrap(f)',
      '@twice',
      'def plain(): pass',
      '@twice(times=3)',
      'def told(): pass',
      'def use(): return plain(), told()',
    ],
    ['plain', 'told'],
  ],
];

test.each(cases)('%s', async (_, extension, caller, lines, expected) => {
  expect(await calledBy(caller, extension, lines)).toEqual(expected);
});
