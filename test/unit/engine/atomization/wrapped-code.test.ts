import { expect, it } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createAtomize } from '#engine/atomization/create-atomize.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';

const syntax = await createTreeSitterSyntax();
const atomize = createAtomize({ syntax });

async function symbolsOf(text: string): Promise<string[]> {
  const { symbols } = await atomize({ path: 'a.js', text });
  return symbols.slice(1).map(({ id }) => id.slice(2));
}

const inside = `
  function helper() { return 1; }
  const arrow = () => helper();
  class Box { open() { return arrow(); } }
  Box.prototype.close = function () { return helper(); };
  return { Box };
`;
const found = ['helper', 'arrow', 'Box', 'Box.open', 'Box.close'];

it.each([
  ['a function that runs at once', `(function () {${inside}})();`],
  ['one that is called with this', `(function () {${inside}}).call(this);`],
  ['an arrow function', `(() => {${inside}})();`],
  [
    'the factory of a universal module',
    `(function (root, factory) { root.a = factory(); })(this, function () {${inside}});`,
  ],
  ['a module that is defined', `define(['b'], function (b) {${inside}});`],
])('what %s declares are symbols of the file', async (_, text) => {
  expect(await symbolsOf(text)).toEqual(found);
});

it('a name that holds what such a function gives is a symbol beside them', async () => {
  expect(await symbolsOf(`var Shop = (function () {${inside}})();`)).toEqual(['Shop', ...found]);
});

it('what stands in any other function is part of it', async () => {
  expect(await symbolsOf('describe("it", () => { function helper() {} });')).toEqual([]);
  expect(await symbolsOf('const make = () => { function helper() {} };')).toEqual(['make']);
  expect(await symbolsOf('(function () { function outer() { function inner() {} } })();')).toEqual(['outer']);
});

it('the code around them is atoms like any other, and nothing is lost', async () => {
  const lines = Array.from({ length: 40 }, (_, at) => `  setting.value${at} = ${at};\n  function read${at}() {}\n`);
  const text = `(function (setting) {\n${lines.join('')}})(this);\n`;
  const { atoms } = await atomize({ path: 'a.js', text });
  expect(atoms.filter(({ oversize }) => oversize !== null)).toEqual([]);
  const ranges = atoms.flatMap((atom) => atom.ranges).toSorted(([a], [b]) => a - b);
  expect(ranges.map(([from, to]) => text.slice(from, to)).join('')).toBe(text);
});

it('they call and name each other as symbols; other files do not see them', async () => {
  const files = [
    {
      path: 'a.js',
      text: '(function (root) {\n  function one() {}\n  function two() { one(); }\n  root.two = two;\n})(this);\n',
    },
    { path: 'b.js', text: 'import { two } from "./a.js";\nexport const three = () => two();\n' },
  ];
  const { edges } = await createBuildGraph({ syntax })(files, { by: 'symbol' });
  expect(edges.map(({ from, kind, to }) => `${from} ${kind} ${to}`)).toEqual(['a data a.two', 'a.two call a.one']);
});
