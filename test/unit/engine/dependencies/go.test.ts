import { beforeAll, describe, expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { assemble } from '#domain/atom/assemble.ts';
import { applyStubs } from '#domain/atom/apply-stubs.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { createAtomize, type Atomize } from '#engine/atomization/create-atomize.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';
import type { Syntax } from '#ports/syntax.ts';

let syntax: Syntax;
let atomize: Atomize;
beforeAll(async () => {
  syntax = await createTreeSitterSyntax();
  atomize = createAtomize({ syntax, limits: { loc: 10, complexity: 3 } });
});

const shop = [
  { path: 'go.mod', text: 'module example.org/shop\n\ngo 1.22\n' },
  {
    path: 'main.go',
    text: 'package main\n\nimport (\n\t"fmt"\n\n\tprice "example.org/shop/money"\n)\n\nfunc main() {\n\tt := price.New(3)\n\tfmt.Println(t.Double())\n\thelp()\n}\n',
  },
  { path: 'help.go', text: 'package main\n\nfunc help() {}\n' },
  {
    path: 'money/total.go',
    text: 'package money\n\ntype base struct{}\n\nfunc (b *base) log() {}\n\ntype Total struct {\n\tbase\n\tCents int\n}\n\nfunc New(cents int) *Total {\n\treturn &Total{Cents: round(cents)}\n}\n\nfunc (t *Total) Double() int {\n\tt.log()\n\treturn t.Cents * factor\n}\n',
  },
  { path: 'money/round.go', text: 'package money\n\nconst factor = 2\n\nfunc round(cents int) int { return cents }\n' },
];

async function graphOf(files = shop): Promise<DependencyGraph> {
  return createBuildGraph({ syntax })(files, { by: 'symbol' });
}

describe('Go', () => {
  test('has methods by their receivers, and types, constants and functions as symbols', async () => {
    const facts = (await atomize({ path: 'money/total.go', text: shop[3]?.text ?? '' })).symbols;
    expect(facts.map(({ id, kind, exported, signature }) => [id, kind, exported, signature])).toEqual([
      ['money.total', 'module', true, ''],
      ['money.total.base', 'class', false, 'type base struct{}'],
      ['money.total.base.log', 'method', false, 'func (b *base) log()'],
      ['money.total.Total', 'class', true, 'type Total struct { base Cents int }'],
      ['money.total.New', 'function', true, 'func New(cents int) *Total'],
      ['money.total.Total.Double', 'method', true, 'func (t *Total) Double() int'],
    ]);
  });

  test('finds names of the package in its other files, and of other packages through the path of the module', async () => {
    const edges = (await graphOf()).edges.map(({ from, to, kind }) => `${from} ${kind} ${to}`);
    expect(edges).toEqual(
      expect.arrayContaining([
        'main.main call help.help',
        'main.main call money.total.New',
        'main.main call fmt.Println',
        'money.total.New call money.round.round',
        'money.total.Total.Double data money.round.factor',
      ]),
    );
  });

  test('follows methods through results, receivers and embedded types', async () => {
    const edges = (await graphOf()).edges.map(({ from, to, kind }) => `${from} ${kind} ${to}`);
    expect(edges).toEqual(
      expect.arrayContaining([
        'main.main call money.total.Total.Double',
        'money.total.Total.Double call money.total.base.log',
      ]),
    );
  });

  test('has levels that follow the calls, the same for any order of the files', async () => {
    const graph = await graphOf();
    const level = new Map(graph.nodes.map((node) => [node.id, node.level]));
    expect(level.get('money.round.round')).toBe(0);
    expect(level.get('main.main')).toBeGreaterThan(level.get('money.total.New') ?? 9);
    expect(await graphOf(shop.toReversed())).toEqual(graph);
  });

  test.each([
    ['if a { b() } else if c { d() }', 3],
    ['for i := range a { if b && c || d { continue } }', 5],
    ['switch a { case 1, 2: b(); case 3: c(); default: d() }', 3],
    ['switch b := a.(type) { case int: c(b) }', 2],
    ['select { case <-a: b(); default: c() }', 2],
    ['f := func() { if a { b() } }; f()', 2],
  ])('counts complexity as gocyclo does: %s', async (body, complexity) => {
    const wide = createAtomize({ syntax, limits: { loc: 100, complexity: 100 } });
    const { atoms } = await wide({ path: 'a.go', text: `package a\n\nfunc f() { ${body} }\n` });
    expect(Math.max(...atoms.map((atom) => atom.complexity))).toBe(complexity);
  });

  test('is taken apart without loss, into atoms that fit, and keeps its symbols under stubs', async () => {
    const body = Array.from({ length: 12 }, (_, at) => `\tif a[${at}] > b {\n\t\tb = a[${at}] // ${at}\n\t}\n`).join(
      '',
    );
    const text = `package a\r\n\nimport "fmt"\n\nvar (\n\tx = 1\n\ty = 2\n)\n\nfunc most(a []int) int {\n\tb := x\n${body}\tfmt.Println(b)\n\treturn b\n}\n`;
    const taken = await atomize({ path: 'a.go', text });
    expect(assemble(taken, (atom, range) => text.slice(...(atom.ranges[range] ?? [0, 0])))).toBe(text);
    expect(taken.parseErrors).toBe(0);
    expect(taken.atoms.filter((atom) => atom.oversize !== null)).toEqual([]);
    expect(taken.atoms.length).toBeGreaterThan(5);
    const stubs = taken.symbols.flatMap(({ stub }) => (stub === null ? [] : [stub]));
    const stubbed = await atomize({ path: 'a.go', text: applyStubs(text, stubs) });
    expect(stubbed.parseErrors).toBe(0);
    expect(stubbed.symbols.map(({ id }) => id)).toEqual(taken.symbols.map(({ id }) => id));
  });

  test('knows what fields of a struct are by their types', async () => {
    const text = `package shop

type Store struct{ size, limit int }

func (s *Store) Save() {}

type Shop struct {
	first, second *Store
}

func (s *Shop) Close() {
	s.first.Save()
	s.missing.Save()
}
`;
    const { edges } = await graphOf([{ path: 'shop.go', text }]);
    const calls = edges.filter(({ kind }) => kind === 'call').map(({ from, to }) => `${from} > ${to}`);
    expect(calls).toEqual(['shop.Shop.Close > shop.Store.Save']);
  });
});
