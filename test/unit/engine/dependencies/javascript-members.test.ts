import { expect, it } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';

const buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });

/** `from > to` for the calls of one file, without the name of its module. */
async function callsIn(text: string, path = 'a.js'): Promise<string[]> {
  const { edges, nodes } = await buildGraph([{ path, text }], { by: 'symbol' });
  const own = new Set(nodes.filter(({ kind }) => kind !== 'external').map(({ id }) => id));
  return edges
    .filter(({ kind, to }) => kind === 'call' && own.has(to))
    .map(({ from, to }) => `${from.slice(2)} > ${to.slice(2)}`);
}

it('what is done with a proxy runs the functions of its handler, and what it has is what its target has', async () => {
  const text = `class Box { open() { return this.key; } }
function look(target, name) { return target[name]; }
function put() {}
const { proxy } = Proxy.revocable({}, { set: put });
function main() { const box = new Proxy(new Box(), { get: look }); box.open(); }
function write() { proxy.name = 1; proxy['other'] = 2; }
function take({ key }) {}
function give() { take(new Proxy({}, { get: look })); }`;
  expect(await callsIn(text)).toEqual([
    'Box.open > look',
    'give > take',
    'main > Box',
    'main > Box.open',
    'main > look',
    'take > look',
    'write > put',
  ]);
});

it('a proxy that is called runs its handler; a handler that does not care leaves it to the target', async () => {
  const text = `function plain() {} function caught() {} function instead(target, self, [first]) { first(); }
function main() { new Proxy(plain, { apply: instead })(caught); }
function other() { new Proxy(plain, {})(); }`;
  expect(await callsIn(text)).toEqual(['instead > caught', 'main > instead', 'other > plain']);
});

it('a proxy of a proxy of itself comes to an end', async () => {
  const text = `function f() {} const handler = { get: f };
let each = { f }; each = new Proxy(each, handler); each = new Proxy(each, handler);
function main() { each.f(); each.g = 1; }`;
  expect(await callsIn(text)).toEqual(['main > f']);
});

it('symbols and texts are keys, wherever they were stored', async () => {
  const text = `const KEY = Symbol('key'), OTHER = Symbol.for('other');
function f() {} function g() {} function h() {}
const table = { [KEY]: f, [OTHER]: g };
const named = {};
for (const name of ['one', 'two']) named[name] = h;
function main() { table[KEY](); named.one(); }`;
  expect(await callsIn(text)).toEqual(['main > f', 'main > h']);
});

it('a getter runs when its name is taken from a list, and is no value itself', async () => {
  const text = `class Box { get size() { return 1; } get color() { return 2; } open() {} }
function main(box = new Box()) { for (const name of ['size', 'open']) { const part = box[name]; part(); } }`;
  expect(await callsIn(text)).toEqual(['main > Box', 'main > Box.open', 'main > Box.size']);
});

it('a container calls what its methods say, and keeps the rest', async () => {
  const text = `function f() {} function g() {}
function main(set = new Set()) { set.has(f); [1].includes(f); [1].forEach(g); }`;
  expect(await callsIn(text)).toEqual(['main > g']);
});

it('a type that is worked out from others is no class outside that would call what it is given', async () => {
  const text = `function f() {}
function given(): Record<string, object> { return {}; }
function main() { given().keep(f); }`;
  expect(await callsIn(text, 'a.ts')).toEqual(['main > given']);
});

it('objects that are compared, added or filled into texts are asked for their values', async () => {
  const text = `class Time { valueOf() { return 1; } toString() { return ''; } toJSON() { return 1; } }
class Name { toString() { return ''; } }
function compare(a = new Time(), b = new Time()) { return a < b; }
function same(a = new Time(), b = new Time()) { return a === b; }
function join(name = new Name()) { return name + '!'; }
function fill(time = new Time()) { return \`at \${time}\`; }
function write(time = new Time()) { return JSON.stringify(time); }`;
  expect((await callsIn(text)).filter((each) => !each.endsWith(' > Time') && !each.endsWith(' > Name'))).toEqual([
    'compare > Time.valueOf',
    'fill > Time.toString',
    'join > Name.toString',
    'write > Time.toJSON',
  ]);
});

it('a method whose name is put together is one of those that begin so', async () => {
  const text = `class Writer {
  write(kind) { const method = 'write' + kind; this[method](); }
  writeRule() {} writeText() {} read() {}
}`;
  expect(await callsIn(text)).toEqual(['Writer.write > Writer.writeRule', 'Writer.write > Writer.writeText']);
});

it('asking for a member, and deleting it, are told to the handler of a proxy', async () => {
  const text = `function has() {} function drop() {}
const proxy = new Proxy({}, { has, deleteProperty: drop });
function main() { return 'name' in proxy; }
function other() { delete proxy.name; }`;
  expect(await callsIn(text)).toEqual(['main > has', 'other > drop']);
});

it('a loop runs the iterator of an object, and a generator gives what it yields from others', async () => {
  const text = `function f() {} function g() {}
class Box { *[Symbol.iterator]() { yield f; } }
class Count { [Symbol.iterator]() { return this; } next() { return { value: g, done: false }; } }
function* all() { yield* new Box(); }
function main() { for (const each of new Box()) each(); }
function other() { for (const each of new Count()) each(); }
function third() { for (const each of all()) each(); return [...new Count()]; }`;
  expect((await callsIn(text)).filter((each) => !/ > (?:Box|Count)$/u.test(each))).toEqual([
    'all > Box.[Symbol.iterator]',
    'main > Box.[Symbol.iterator]',
    'main > f',
    'other > Count.[Symbol.iterator]',
    'other > Count.next',
    'other > g',
    'third > Count.[Symbol.iterator]',
    'third > Count.next',
    'third > all',
    'third > f',
  ]);
});

it('a loop over names gives names, not what stands under them', async () => {
  const text = `function f() {} function g() {}
function take(name) { name(); }
function main() { const table = { f, g }; for (const name in table) { take(name); table[name](); } }`;
  expect(await callsIn(text)).toEqual(['main > f', 'main > g', 'main > take']);
});

it('members that are described run functions, whatever their names come from', async () => {
  const text = `function describe(target, name, get) { Object.defineProperty(target, name, { get }); }
class Chain { static add(name, get) { describe(this.prototype, name, get); } }
function one() { return new Chain(); } function two() {} function three() {} function four() {}
['to', 'be'].forEach((name) => Chain.add(name, one));
const table = Object.defineProperties({}, { size: { get: three }, name: { set: four } });
function main(chain = new Chain()) { return chain.to.be; }
function other() { table.name = table.size; }`;
  const calls = await callsIn(text);
  expect(calls.filter((each) => /^(?:main|other) > [a-z]/u.test(each))).toEqual([
    'main > one',
    'other > four',
    'other > three',
  ]);
});

it('a constructor that gives back an object gives that', async () => {
  const text = `function trap() {}
class Box { constructor() { return new Proxy(this, { get: trap }); } open() {} }
function main() { new Box().open(); }`;
  expect(await callsIn(text)).toEqual(['main > Box.constructor', 'main > Box.open', 'main > trap']);
});

it('a class finds the methods that it was given by a function', async () => {
  const text = `class Box { static add(name, method) { this.prototype[name] = method; } }
function f() {}
Box.add('open', f);
function main(box = new Box()) { box.open(); }`;
  expect(await callsIn(text)).toContain('main > f');
});

it('an object from outside has what it is given, and a function what its parent has', async () => {
  const text = `function fast() {}
const pattern = Object.assign(new RegExp('a'), { source2: 1 });
Reflect.defineProperty(pattern, 'test', { value: fast });
function main() { pattern.test(); }
function Router() {
  function router() { router.handle(); }
  Object.setPrototypeOf(router, this);
  return router;
}
Router.prototype.handle = function () { this.other(); };
Router.prototype.other = function () {};
function other() { new Router(); }`;
  expect(await callsIn(text)).toEqual(
    expect.arrayContaining(['main > fast', 'Router > Router.handle', 'Router.handle > Router.other']),
  );
});

it('a pattern may leave places out', async () => {
  const text = `function one() {} function two() {} function three() {}
function main([, second]) { const [, , third] = [one, two, three]; third(); second(); }
function start() { main([one, two]); }`;
  expect(await callsIn(text)).toEqual(['main > three', 'main > two', 'start > main']);
});

it('functions of well-known packages that put members of one object into another do so', async () => {
  const text = `const mixin = require('merge-descriptors'); const { extend } = require('lodash'); const own = require('other');
const proto = { init() { this.start(); }, start() {} };
const more = { stop() {} }; const foreign = { never() {} };
function create() {
  const app = function () { app.start(); };
  mixin(app, proto, false); extend(app, more); own(app, foreign);
  app.init(); app.stop(); app.never();
  return app;
}
create()();`;
  expect(await callsIn(text)).toEqual([' > create', 'create > more', 'create > proto']);
});
