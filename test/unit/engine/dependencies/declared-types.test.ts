import { expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';

const buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });

/** `to` of each call that `m.main` makes, of functions and methods of the project. */
async function calledBy(texts: Readonly<Record<string, string>>, main: string): Promise<string[]> {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const { edges, nodes } = await buildGraph(files, { by: 'symbol' });
  const own = new Set(nodes.filter(({ kind }) => kind !== 'external' && kind !== 'class').map(({ id }) => id));
  return edges.filter(({ kind, from, to }) => kind === 'call' && from === main && own.has(to)).map(({ to }) => to);
}

const kinds = ['class Base:', '    def run(self): pass', 'class Sub(Base):', '    def run(self): pass'];

test.each<[string, string[], string[]]>([
  ['of a module', ['import kinds', 'def main(x: kinds.Base): x.run()'], ['kinds.Base.run', 'kinds.Sub.run']],
  [
    'with parameters',
    ['import kinds as k', 'def main(x: k.Base[int] | None): x.run()'],
    ['kinds.Base.run', 'kinds.Sub.run'],
  ],
  ['in quotes', ['from kinds import Sub', 'def main(x: "Sub"): x.run()'], ['kinds.Sub.run']],
  ['of the elements of a container', ['from kinds import Sub', 'def main(x: list[Sub]): x.run()'], []],
  [
    'of which an object of a class that comes from it is given',
    ['from kinds import Base, Sub', 'def main(x: Base): x.run()', 'def other(): main(Sub())'],
    ['kinds.Base.run', 'kinds.Sub.run'],
  ],
  [
    'that is caught',
    ['from kinds import Base', 'def main():', '    try: pass', '    except Base as e: e.run()'],
    ['kinds.Base.run', 'kinds.Sub.run'],
  ],
])('Python: an annotation means the class and those that come from it: %s', async (_, lines, expected) => {
  const texts = { 'kinds.py': `${kinds.join('\n')}\n`, 'm.py': `${lines.join('\n')}\n` };
  expect(await calledBy(texts, 'm.main')).toEqual(expected);
});

test.each<[string, string[], string[]]>([
  [
    'a class with a parameter is the class, as a base too',
    ['class A:', '    def run(self): pass', 'class B(A[int]): pass', 'def main(): B[str]().run()'],
    ['m.A.run'],
  ],
  [
    'what an abstract class asks of its objects, the classes that come from it have',
    [
      'class A:',
      '    def __enter__(self): return self',
      '    def __exit__(self, *a): pass',
      'class B(A):',
      '    def step(self): pass',
      'def make(): return B()',
      'def main():',
      '    a = A()',
      '    a.step()',
    ],
    ['m.B.step'],
  ],
  [
    'partial keeps arguments for the call',
    [
      'from functools import partial',
      'def a(): pass',
      'def b(): pass',
      'def run(f, g): g()',
      'def second(f, g): return g',
      'def main(): partial(second, a)(b)()',
    ],
    ['m.b', 'm.second'],
  ],
  [
    'functions that look at functions do not call them',
    [
      'import inspect',
      'def a(): pass',
      'def main():',
      '    inspect.signature(a)',
      '    isinstance(a, object)',
      '    [].append(a)',
      '    {}.setdefault("a", a)',
    ],
    [],
  ],
  [
    'an item that is deleted is not read',
    [
      'class A:',
      '    def __getitem__(self, k): pass',
      '    def __delitem__(self, k): pass',
      'def main():',
      '    a = A()',
      '    del a[1], a[2]',
    ],
    ['m.A.__delitem__'],
  ],
  [
    'a property that getattr takes is called',
    ['class A:', '    @property', '    def p(self): return 1', 'def main(): getattr(A(), "p")'],
    ['m.A.p'],
  ],
])('Python: %s', async (_, lines, expected) => {
  expect(await calledBy({ 'm.py': `${lines.join('\n')}\n` }, 'm.main')).toEqual(expected);
});

const shapes = 'class Square { area() {} }\nexport class Wide extends Square { area() {} }\n';

test.each<[string, string[], string[]]>([
  [
    'another name of it',
    ['type Other = Square;', 'function main(x: Other) { x.area(); }'],
    ['m.Square.area', 'm.Wide.area'],
  ],
  ['a parameter for it', ['function main<T extends Square>(x: T) { x.area(); }'], ['m.Square.area', 'm.Wide.area']],
  [
    'a member of an interface',
    ['interface Page { shape: Wide }', 'function main(page: Page) { page.shape.area(); }'],
    ['m.Wide.area'],
  ],
  [
    'an interface that it implements',
    [
      'interface Sized { size(): void }',
      'class One implements Sized { size() {} }',
      'function main(x: Sized) { x.size(); }',
    ],
    ['m.One.size'],
  ],
])('TypeScript: a declared type means a class through %s', async (_, lines, expected) => {
  expect(await calledBy({ 'm.ts': `${shapes}${lines.join('\n')}\n` }, 'm.main')).toEqual(expected);
});

test('TypeScript: an object that a module is spread into has its names', async () => {
  const texts = {
    'n.ts': 'export const one = () => 1;\n',
    'm.ts': "import * as names from './n.ts';\nconst all = { ...names };\nfunction main() { all.one(); }\n",
  };
  expect(await calledBy(texts, 'm.main')).toEqual(['n.one']);
});

test('TypeScript: files that import each other through one that gives all on find what is declared', async () => {
  const texts = {
    'all.ts': "export * from './m';\nexport * from './n';\n",
    'm.ts': "import { one } from './all';\nexport function main() { one(); }\n",
    'n.ts': "import { main } from './all';\nexport const one = () => main;\n",
  };
  expect(await calledBy(texts, 'm.main')).toEqual(['n.one']);
});

test('TypeScript: a namespace has the names in it', async () => {
  const texts = {
    'n.ts': 'export namespace Names {\n  export const one = () => 1;\n}\n',
    'm.ts': "import { Names } from './n.ts';\nfunction main() { Names.one(); }\n",
  };
  expect(await calledBy(texts, 'm.main')).toEqual(['n.Names']);
});
