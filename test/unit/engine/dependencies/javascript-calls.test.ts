import { expect, it } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';

const buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });

async function callsOf(texts: Readonly<Record<string, string>>): Promise<string[]> {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  const { edges, nodes } = await buildGraph(files, { by: 'symbol', nested: true });
  const own = new Set(nodes.filter(({ kind }) => kind !== 'external').map(({ id }) => id));
  return edges.filter(({ kind, to }) => kind === 'call' && own.has(to)).map(({ from, to }) => `${from} > ${to}`);
}

it.each([
  ['an object of names', 'function f() {}\nmodule.exports = { f };', "const { f } = require('./b');", 'f()'],
  ['a property of exports', 'exports.f = function () {};', "const b = require('./b');", 'b.f()'],
  ['a chain of exports', 'exports = module.exports = {};\nexports.f = () => {};', "const b = require('./b');", 'b.f()'],
  ['a function itself', 'module.exports = function f() {};', "const run = require('./b');", 'run()'],
  ['assigned members', 'function f() {}\nObject.assign(module.exports, { f });', "const b = require('./b');", 'b.f()'],
  ['a require in the call', 'exports.f = function () {};', '', "require('./b').f()"],
])('a CommonJS module gives a function as %s', async (_, given, head, call) => {
  expect(await callsOf({ 'b.js': given, 'a.js': `${head}\nfunction main() { ${call}; }` })).toContain('a.main > b.f');
});

it('objects of functions find the methods of their prototypes, inherited ones too', async () => {
  const text = `const util = require('util');
function Animal() { this.init(); }
Animal.prototype.init = function () {};
Animal.prototype.speak = function () { this.sound(); };
function Dog() { Animal.call(this); }
util.inherits(Dog, Animal);
Dog.prototype.sound = function () {};
function main() { new Dog().speak(); }`;
  expect(await callsOf({ 'a.js': text })).toEqual([
    'a.Animal > a.Animal.init',
    'a.Animal.speak > a.Dog.sound',
    'a.Dog > a.Animal',
    'a.main > a.Animal.speak',
    'a.main > a.Dog',
  ]);
});

it('bind, call, apply, getters and the prototype of a class are followed', async () => {
  const text = `function f() {} function g() {} function h() {}
class Box { static get all() { return g(); } get size() { return h(); } }
const proto = Box.prototype;
proto.open = function () { return this.size; };
function main() { f.bind(null)(); f.call(null); f.apply(null, []); Box.all; new Box().open(); }`;
  expect(await callsOf({ 'a.js': text })).toEqual(
    expect.arrayContaining([
      'a.main > a.f',
      'a.main > a.Box.all',
      'a.proto.open > a.Box.size',
      'a.main > a.proto.open',
    ]),
  );
});

it('a default export without a name, and import() of it', async () => {
  const texts = {
    'b.mjs': 'export default function () {}',
    'a.mjs': "export async function main() { const b = await import('./b.mjs'); b.default(); }",
  };
  expect(await callsOf(texts)).toContain('a.main > b.default');
});

it('what is put into a list or map comes out of it; what is called later is no call', async () => {
  const text = `function f() {} function g() {} function later() {}
function main() {
  const list = []; list.push(f); for (const each of list) each();
  const map = new Map(); map.set('g', g); map.get('g')();
  setTimeout(later, 1);
}`;
  expect(await callsOf({ 'a.js': text })).toEqual(['a.main > a.f', 'a.main > a.g']);
});

it('objects spread into each other, round and round, come to an end', async () => {
  const names = Array.from({ length: 24 }, (_, index) => `o${index}`);
  const text = names
    .map((name) => `function ${name}() { return { ${names.map((other) => `...${other}()`).join(', ')}, f() {} }; }`)
    .join('\n');
  expect(await callsOf({ 'a.js': `${text}\nfunction main() { o0().f(); }` })).toContain('a.main > a.o0');
});

it('a class that is its own constructor is made once', async () => {
  const text = 'class A { m() {} }\nA.prototype.constructor = A;\nfunction main() { new A().m(); }';
  expect(await callsOf({ 'a.js': text })).toEqual(expect.arrayContaining(['a.main > a.A.m']));
});
