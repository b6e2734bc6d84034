import { expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';

const buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });

/** `from > to` for each call between functions of the project. */
async function callsOf(texts: Readonly<Record<string, string>>): Promise<string[]> {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const { edges, nodes } = await buildGraph(files, { by: 'symbol' });
  const own = new Set(nodes.filter(({ kind }) => kind === 'function' || kind === 'method').map(({ id }) => id));
  return edges
    .filter(({ kind, from, to }) => kind === 'call' && own.has(from) && own.has(to))
    .map(({ from, to }) => `${from} > ${to}`);
}

test.each<[string, string[], string[]]>([
  [
    'what a function gives back as it came is what each call gave it',
    [
      'def a(): pass',
      'def b(): pass',
      'def same(f, g=None): return f',
      'def one(): same(a)()',
      'def two(): same(g=a, f=b)()',
    ],
    ['m.one > m.a', 'm.one > m.same', 'm.two > m.b', 'm.two > m.same'],
  ],
  [
    'a parameter that is assigned to is not what came',
    ['def a(): pass', 'def b(): pass', 'def other(f):', '    f = b', '    return f', 'def one(): other(a)()'],
    ['m.one > m.b', 'm.one > m.other'],
  ],
  [
    'the default of a parameter comes back too',
    ['def a(): pass', 'def same(f=a): return f', 'def one(): same()()'],
    ['m.one > m.a', 'm.one > m.same'],
  ],
  [
    'the condition of a conditional expression is not its value',
    ['def a(): pass', 'def b(): pass', 'def pick(f): return a if f else a', 'def one(): pick(b)()'],
    ['m.one > m.a', 'm.one > m.pick'],
  ],
  [
    'of a conjunction only the right side can be called',
    ['def a(): pass', 'def b(): pass', 'def one():', '    f = a and b', '    f()'],
    ['m.one > m.b'],
  ],
  [
    'arguments by position and by name keep their places in *args and **kwargs',
    [
      'def a(): pass',
      'def b(): pass',
      'def c(): pass',
      'def run(first, *rest, only=None, **named):',
      '    rest[1]()',
      '    named["x"]()',
      '    named.get("y")()',
      'def one(): run(1, a, b, x=c, y=a)',
    ],
    ['m.one > m.run', 'm.run > m.a', 'm.run > m.b', 'm.run > m.c'],
  ],
  [
    'what comes by name does not go where no argument can come by position',
    ['def a(): pass', 'def run(*rest, only=None):', '    only()', 'def one(): run(1, a)'],
    ['m.one > m.run'],
  ],
  [
    'elements of a spread go to the parameters of their places, and through',
    [
      'def a(): pass',
      'def b(): pass',
      'def last(f, g): g()',
      'def through(*args, **named): last(*args, **named)',
      'def one(): through(a, b)',
    ],
    ['m.last > m.b', 'm.one > m.through', 'm.through > m.last'],
  ],
  [
    'a spread dictionary names the parameters',
    ['def a(): pass', 'def b(): pass', 'def run(f, g): g()', 'def one():', '    run(**{"f": a, "g": b})'],
    ['m.one > m.run', 'm.run > m.b'],
  ],
  [
    'names that are put together are those that begin so',
    [
      'class K:',
      '    def visit_a(self): pass',
      '    def visit_b(self): pass',
      '    def other(self): pass',
      '    def plus(self, n): getattr(self, "visit_" + n)()',
      '    def filled(self, n): getattr(self, f"visit_{n}".lower())()',
      '    def by_format(self, n): getattr(self, "visit_{}".format(n))()',
      '    def percent(self, n): getattr(self, "visit_%s" % n)()',
    ],
    ['by_format', 'filled', 'percent', 'plus'].flatMap((name) => [
      `m.K.${name} > m.K.visit_a`,
      `m.K.${name} > m.K.visit_b`,
    ]),
  ],
  [
    'a slice that is assigned takes the elements',
    ['def a(): pass', 'def one():', '    fs = []', '    fs[1:2] = [a]', '    for f in fs: f()'],
    ['m.one > m.a'],
  ],
  [
    'an attribute that nothing has is given by __getattr__',
    [
      'class K:',
      '    def own(self): pass',
      '    def __getattr__(self, name): return K()',
      'def one(): K().own()',
      'def two(): K().missing.own()',
    ],
    ['m.one > m.K.own', 'm.two > m.K.__getattr__', 'm.two > m.K.own'],
  ],
  [
    'what __getattr__ finds is what was asked for, not what others asked for; what it makes itself is meant always',
    [
      'def run(): pass',
      'def stop(): pass',
      'TABLE = {"run": run, "stop": stop}',
      'class Made:',
      '    def own(self): pass',
      'class Behind:',
      '    def __getattr__(self, name): return TABLE[name] or Made()',
      'def one(): Behind().run()',
      'def two(): Behind().any.own()',
    ],
    ['m.one > m.Behind.__getattr__', 'm.one > m.run', 'm.two > m.Behind.__getattr__', 'm.two > m.Made.own'],
  ],
])('Python: %s', async (_, lines, expected) => {
  expect(await callsOf({ 'm.py': `${lines.join('\n')}\n` })).toEqual(expected.toSorted());
});

test('Python: a package that imports its own part has the part', async () => {
  const calls = await callsOf({
    'pkg/__init__.py': 'from pkg import part\n\ndef run():\n    part.work()\n',
    'pkg/part.py': 'def work(): pass\n',
  });
  expect(calls).toEqual(['pkg.run > pkg.part.work']);
});

test.each<[string, string[], string[]]>([
  [
    'what a function gives back as it came is what each call gave it',
    [
      'function a() {}',
      'function b() {}',
      'const same = (f) => f;',
      'function one() { same(a)(); }',
      'function two() { same(b)(); }',
    ],
    ['m.one > m.a', 'm.one > m.same', 'm.two > m.b', 'm.two > m.same'],
  ],
  [
    'a method that gives back its object gives back the one it was called on',
    [
      'class Base { step() { return this; } }',
      'class One extends Base { end() {} }',
      'class Two extends Base { end() {} }',
      'function one() { new One().step().end(); }',
      'function two() { new Two().step().end(); }',
    ],
    ['m.one > m.Base.step', 'm.one > m.One.end', 'm.two > m.Base.step', 'm.two > m.Two.end'],
  ],
  [
    'what is bound to a function comes back from it',
    ['function a() {}', 'function same(f) { return f; }', 'function one() { same.bind(null, a)()(); }'],
    ['m.one > m.a', 'm.one > m.same'],
  ],
  [
    'the rest of the arguments is a list',
    [
      'function a() {}',
      'function b() {}',
      'function run(first, ...rest) { rest[1](); }',
      'function one() { run(0, a, b); }',
    ],
    ['m.one > m.run', 'm.run > m.b'],
  ],
])('JavaScript: %s', async (_, lines, expected) => {
  expect(await callsOf({ 'm.js': `${lines.join('\n')}\n` })).toEqual(expected.toSorted());
});
