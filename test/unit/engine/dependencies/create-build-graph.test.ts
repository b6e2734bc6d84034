import { beforeAll, describe, expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { affectedBy } from '#engine/dependencies/drawing/affected-by.ts';
import { createBuildGraph, type BuildGraph } from '#engine/dependencies/create-build-graph.ts';
import { toGraphml } from '#engine/dependencies/drawing/to-graphml.ts';
import { toDot } from '#domain/graph/to-dot.ts';
import { toMermaid } from '#domain/graph/to-mermaid.ts';

let buildGraph: BuildGraph;
beforeAll(async () => {
  buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });
});

type Texts = Readonly<Record<string, string>>;

function graphOf(texts: Texts, by: 'symbol' | 'atom' = 'symbol'): Promise<DependencyGraph> {
  return buildGraph(
    Object.entries(texts).map(([path, text]) => ({ path, text })),
    { by },
  );
}

/** `from > to` for each edge of a kind. */
async function edgesOf(texts: Texts, kind: string): Promise<string[]> {
  const { edges } = await graphOf(texts);
  return edges.filter((edge) => edge.kind === kind).map(({ from, to }) => `${from} > ${to}`);
}

const money = 'export const cents = 100;\nexport function round(n: number): number { return Math.round(n * cents); }\n';

describe('TypeScript', () => {
  test('calls, data and types lead to where names come from', async () => {
    const texts = {
      'src/money.ts': money,
      'src/pay.ts':
        "import { round as r, cents } from './money.ts';\nimport type { Book } from './book.ts';\nexport function pay(book: Book): number { return r(book.total) + cents; }\n",
      'src/book.ts': 'export interface Book { readonly total: number }\n',
    };
    const { edges } = await graphOf(texts);
    expect(edges.filter(({ from }) => from === 'src.pay.pay')).toEqual([
      { from: 'src.pay.pay', to: 'src.book.Book', kind: 'type' },
      { from: 'src.pay.pay', to: 'src.money.cents', kind: 'data' },
      { from: 'src.pay.pay', to: 'src.money.round', kind: 'call' },
    ]);
    expect(edges).toContainEqual({ from: 'src.pay', to: 'src.money.round', kind: 'import' });
    expect(edges).toContainEqual({ from: 'src.money.round', to: '<builtin>.Math.round', kind: 'call' });
  });

  test.each<[string, Texts]>([
    [
      'a .js ending that means a .ts file',
      { 'a.ts': "import { round } from './money.js';\nexport function f() { round(1); }\n", 'money.ts': money },
    ],
    [
      'a folder with an index',
      { 'a.ts': "import { round } from './money';\nexport function f() { round(1); }\n", 'money/index.ts': money },
    ],
    [
      'a namespace',
      { 'a.ts': "import * as m from './money.ts';\nexport function f() { m.round(1); }\n", 'money.ts': money },
    ],
    [
      'package imports',
      {
        'a.ts': "import { round } from '#lib/money.ts';\nexport function f() { round(1); }\n",
        'src/lib/money.ts': money,
        'package.json': '{"imports":{"#*":"./src/*"}}',
      },
    ],
    [
      'tsconfig paths',
      {
        'a.ts': "import { round } from '@/money';\nexport function f() { round(1); }\n",
        'src/money.ts': money,
        'tsconfig.json': '{ // paths\n"compilerOptions":{"paths":{"@/*":["./src/*"],}}}',
      },
    ],
    [
      're-exports',
      {
        'a.ts': "import { tidy } from './all.ts';\nexport function f() { tidy(1); }\n",
        'all.ts': "export { round as tidy } from './money.ts';\n",
        'money.ts': money,
      },
    ],
    [
      'export *',
      {
        'a.ts': "import { round } from './all.ts';\nexport function f() { round(1); }\n",
        'all.ts': "export * from './money.ts';\n",
        'money.ts': money,
      },
    ],
    [
      'require',
      {
        'a.js': "const { round } = require('./money.js');\nfunction f() { round(1); }\n",
        'money.js': 'function round(n) { return n; }\nmodule.exports = { round };\n',
      },
    ],
    [
      'a default export',
      {
        'a.ts': "import tidy from './money.ts';\nexport function f() { tidy(1); }\n",
        'money.ts': 'export default function round(n: number) { return n; }\n',
      },
    ],
  ])('finds a function through %s', async (_, texts) => {
    expect(
      (await edgesOf(texts, 'call')).filter((edge) => edge.startsWith('a.f >') && edge.endsWith('.round')),
    ).toHaveLength(1);
  });

  test('methods are found through new, annotations, this, fields, inheritance and super', async () => {
    const texts = {
      'a.ts': `export class Base { save() { this.log(); } log() {} }
export class Book extends Base {
  private readonly store = new Store();
  constructor(private readonly clock: Clock) { super(); }
  add() { this.save(); super.log(); this.store.put(); this.clock.now(); }
}
class Store { put() {} }
class Clock { now() {} }
export function main(book: Book) { book.add(); const own = new Book(new Clock()); own.save(); }
`,
    };
    expect(await edgesOf(texts, 'call')).toEqual([
      'a.Base.save > a.Base.log',
      'a.Book > a.Store',
      'a.Book.add > a.Base.log',
      'a.Book.add > a.Base.save',
      'a.Book.add > a.Clock.now',
      'a.Book.add > a.Store.put',
      'a.main > a.Base.save',
      'a.main > a.Book.add',
      'a.main > a.Book.constructor',
      'a.main > a.Clock',
    ]);
  });

  test('functions given as arguments, kept in objects, and returned are followed', async () => {
    const texts = {
      'a.ts': `export function twice(f: () => void) { f(); }
function one() {}
function two() {}
function three() {}
const table = { two };
function make() { return three; }
export function main() { twice(one); table.two(); make()(); }
`,
    };
    expect(await edgesOf(texts, 'call')).toEqual([
      'a.main > a.make',
      'a.main > a.three',
      'a.main > a.twice',
      'a.main > a.two',
      'a.twice > a.one',
    ]);
  });

  test('what cannot be found in the project is listed, never guessed', async () => {
    const { unresolved } = await graphOf({
      'a.ts':
        "import { gone } from './missing.ts';\nimport { absent } from './b.ts';\nexport function f(g: unknown) { nowhere(); gone(); absent(); }\n",
      'b.ts': 'export const b = 1;\n',
    });
    expect(unresolved.filter(({ kind }) => kind === 'import').map(({ name }) => name)).toEqual([
      './b.ts.absent',
      './missing.ts.gone',
    ]);
    expect(unresolved.filter(({ kind }) => kind === 'call').map(({ name }) => name)).toEqual([
      'absent',
      'gone',
      'nowhere',
    ]);
  });
});

describe('Python', () => {
  test('packages, relative imports, inheritance, super and instances resolve', async () => {
    const texts = {
      'pkg/__init__.py': 'from .core import Base as B\n',
      'pkg/core.py':
        'class Base:\n    def run(self):\n        return self.step()\n    def step(self):\n        return 1\n',
      'main.py':
        'from pkg import B\nimport os.path\nclass Sub(B):\n    def __init__(self):\n        self.b = B()\n    def step(self):\n        self.b.run()\n        return super().step()\ndef main():\n    Sub().step()\n    os.path.join(len([]), "")\n',
    };
    expect(await edgesOf(texts, 'call')).toEqual([
      'main.Sub.step > <builtin>.super',
      'main.Sub.step > pkg.core.Base.run',
      'main.Sub.step > pkg.core.Base.step',
      'main.main > <builtin>.len',
      'main.main > main.Sub.__init__',
      'main.main > main.Sub.step',
      'main.main > os.path.join',
      'pkg.core.Base.run > pkg.core.Base.step',
    ]);
  });

  test('decorators, star imports, dictionaries, loops and context managers are followed', async () => {
    const texts = {
      'lib.py': 'def helper():\n    pass\n',
      'main.py':
        'from lib import *\ndef wrap(f):\n    def inner():\n        return f()\n    return inner\n@wrap\ndef task():\n    helper()\nclass Lock:\n    def __enter__(self):\n        return self\n    def free(self):\n        pass\ntable = {"a": task, "b": [helper]}\ndef main():\n    table["a"]()\n    for each in table["b"]:\n        each()\n',
    };
    const calls = await edgesOf(texts, 'call');
    expect(calls).toContain('main.task > lib.helper');
    expect(calls).toContain('main > main.wrap');
    expect(calls).toContain('main.wrap > main.task');
    expect(calls).toContain('main.main > lib.helper');
  });
});

describe('the whole graph', () => {
  const texts = {
    'a.ts':
      "import { odd } from './b.ts';\nexport function even(n: number): boolean { return n === 0 || odd(n - 1); }\n",
    'b.ts':
      "import { even } from './a.ts';\nimport { leaf } from './c.ts';\nexport function odd(n: number): boolean { leaf(); return n !== 0 && even(n - 1); }\n",
    'c.ts': 'export function leaf() {}\n',
  };

  test('has levels; a cycle shares one and is listed', async () => {
    const { levels, cycles, order } = await graphOf(texts);
    expect(levels).toEqual([
      ['c', 'c.leaf'],
      ['a.even', 'b.odd'],
      ['a', 'b'],
    ]);
    expect(cycles).toEqual([['a.even', 'b.odd']]);
    expect(order.indexOf('c.leaf')).toBeLessThan(order.indexOf('b.odd'));
  });

  test('does not depend on the order of the files', async () => {
    const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
    expect(await buildGraph(files.toReversed(), { by: 'symbol' })).toEqual(await buildGraph(files, { by: 'symbol' }));
  });

  test('over atoms: local data flow, and levels of the symbols', async () => {
    const body = Array.from({ length: 12 }, (_, n) => `  const v${n} = ${n === 0 ? 'leaf()' : `v${n - 1}`};\n`).join(
      '',
    );
    const graph = await graphOf(
      {
        'a.ts': `import { leaf } from './c.ts';\nexport function f() {\n${body}  return v11;\n}\n`,
        'c.ts': 'export function leaf() {}\n',
      },
      'atom',
    );
    const atoms = graph.nodes.filter((node) => node.symbol === 'a.f');
    expect(atoms.length).toBeGreaterThan(2);
    expect(new Set(atoms.map((node) => node.level))).toEqual(new Set([1]));
    const ids = new Set(atoms.map((node) => node.id));
    expect(graph.edges.some(({ from, to, kind }) => kind === 'data' && ids.has(from) && ids.has(to))).toBe(true);
    expect(graph.edges.some(({ from, to, kind }) => kind === 'call' && ids.has(from) && to === 'c.leaf')).toBe(true);
  });

  test('tells what a change affects', async () => {
    expect(affectedBy(await graphOf(texts), 'c.leaf')).toEqual(['b', 'b.odd', 'a', 'a.even']);
  });

  test('is drawn as Mermaid, DOT and GraphML', async () => {
    const graph = await graphOf(texts);
    expect(toMermaid(graph)).toContain('subgraph level0');
    expect(toDot(graph)).toMatch(/^digraph dependencies \{/);
    expect(toGraphml(graph)).toContain('<edge source="b.odd" target="c.leaf"><data key="kind">call</data></edge>');
  });

  test('survives inheritance from itself and endless chains of outside names', async () => {
    const graph = await graphOf({
      'a.py':
        'from x import node\nclass A(A):\n    def f(self):\n        self.g()\nwhile node:\n    node = node.next\nnode()\n',
    });
    expect(graph.nodes.map(({ id }) => id)).toContain('a.A.f');
  });
});
