import { expect, it } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';

const buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });

/** `from > to` for the calls between symbols of the files. */
async function callsIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { edges, nodes } = await buildGraph(sources, { by: 'symbol' });
  const own = new Set(nodes.filter(({ kind }) => kind !== 'external').map(({ id }) => id));
  return edges.filter(({ kind, to }) => kind === 'call' && own.has(to)).map(({ from, to }) => `${from} > ${to}`);
}

it('scripts of a folder see what the others declare; modules, and scripts elsewhere, do not', async () => {
  const files = {
    'page/a.js': 'function start() { paint(); }\nstart();\n',
    'page/b.js': 'function paint() {}\nfunction start() {}\n',
    'page/module.js': 'import "./other.js";\nfunction show() { paint(); }\n',
    'page/common.js': 'exports.show = () => paint();\n',
    'other/c.js': 'function show() { paint(); }\n',
  };
  expect(await callsIn(files)).toEqual(['page.a > page.a.start', 'page.a.start > page.b.paint']);
});

it('what is assigned to a name that nobody declares is found there', async () => {
  const files = {
    'a.js': 'class Shop { open() {} }\nshop = new Shop();\nfunction main() { shop.open(); }\n',
    'b.js': 'import "./a.js";\nfunction main() { shop.open(); }\n',
  };
  expect(await callsIn(files)).toEqual(['a > a.Shop', 'a.main > a.Shop.open']);
});

it('what is assigned to exports, or to a name of the language, is what it was', async () => {
  const files = {
    'a.js': 'exports = module.exports = { go };\nfunction go() {}\nPromise = require("./b");\n',
    'b.js': 'const { go } = require("./a");\ngo();\n',
  };
  expect(await callsIn(files)).toEqual(['b > a.go']);
});

it('where no package.json says what packages are, a bare name may be a file beside', async () => {
  const files = {
    'lib/shop.js': 'export function open() {}\n',
    'lib/main.js': 'import { open } from "shop";\nopen();\n',
    'lib/events.js': 'export function once() {}\n',
    'lib/react.js': 'import { once } from "events";\nimport { draw } from "react";\nonce();\nexport { draw };\n',
  };
  expect(await callsIn(files)).toEqual(['lib.main > lib.shop.open']);
  expect(await callsIn({ ...files, 'package.json': '{"name":"all"}' })).toEqual([]);
});

it('folders of Python without a file of their own are packages, however they are imported', async () => {
  const part = 'class Door:\n    def open(self): pass\n\n\ndef make():\n    return Door()\n';
  const uses = {
    'a.py': 'from house import part\n\n\ndef go():\n    part.make().open()\n',
    'b.py': 'import house.part\n\n\ndef go():\n    house.part.make().open()\n',
    'house/c.py': 'from . import part as p\n\n\ndef go():\n    p.make().open()\n',
    'd.py': 'from . import a\n\n\ndef go():\n    a.go()\n',
  };
  const opened = ['a.go', 'b.go', 'house.c.go'].flatMap((from) => [
    `${from} > house.part.Door.open`,
    `${from} > house.part.make`,
  ]);
  const calls = await callsIn({ 'house/part.py': part, ...uses });
  expect(calls.toSorted()).toEqual(['d.go > a.go', ...opened].toSorted());
});

it('something outside that is called like something of the project is no second node', async () => {
  const files = [
    { path: 'shop.js', text: 'export function open() {}\n' },
    { path: 'main.js', text: 'import { open } from "shop";\nopen();\n' },
    { path: 'package.json', text: '{"dependencies":{"shop":"1"}}' },
  ];
  const { nodes } = await buildGraph(files, { by: 'symbol' });
  const ids = nodes.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
});
