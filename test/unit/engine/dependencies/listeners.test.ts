import { expect, it } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';

const buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });

async function callsOf(path: string, text: string): Promise<string[]> {
  const { edges, nodes } = await buildGraph([{ path, text }], { by: 'symbol', nested: true });
  const own = new Set(nodes.filter(({ kind }) => kind !== 'external').map(({ id }) => id));
  return edges.filter(({ kind, to }) => kind === 'call' && own.has(to)).map(({ from, to }) => `${from} > ${to}`);
}

it('an emitter calls those that listen to that event of that object, and no others', async () => {
  const text = `const EventEmitter = require('events');
class Reader extends EventEmitter {
  run() { this.emit('line', 1); }
  end() { this.emit('end'); }
}
class Writer extends EventEmitter { end() { this.emit('line'); } }
function onLine() { this.end(); }
function onEnd() {}
function main() {
  const reader = new Reader();
  reader.on('line', onLine);
  reader.once('end', onEnd);
}
const bus = new EventEmitter();
function onBus() {}
bus.addListener('tick', onBus);
function go() { bus.emit('tick'); bus.emit('tock'); }`;
  expect(await callsOf('a.js', text)).toEqual([
    'a.Reader.end > a.onEnd',
    'a.Reader.run > a.onLine',
    'a.go > a.onBus',
    'a.main > a.Reader',
    'a.onLine > a.Reader.end',
  ]);
});

it('an emitter of the project itself does what its methods say', async () => {
  const text = `class Own { on(name, listener) {} emit(name) {} }
function never() {}
function main() { const own = new Own(); own.on('x', never); own.emit('x'); }`;
  expect(await callsOf('a.js', text)).toEqual(['a.main > a.Own', 'a.main > a.Own.emit', 'a.main > a.Own.on']);
});

it('a listener of an event whose name is not known may be called by any', async () => {
  const text = `import { EventEmitter } from 'node:events';
class Queue extends EventEmitter {
  next() { this.emit('next'); }
}
function listen(queue, event) { queue.on(event, () => heard()); }
function heard() {}
export function main(event) { listen(new Queue(), event); }`;
  expect(await callsOf('a.js', text)).toContain('a.Queue.next > a.listen');
});

it('members stand under what the expression of their name is worth', async () => {
  const text = `const run = Symbol('run');
const stop = Symbol('stop');
class Limiter {
  add() { this[run](); }
  [run]() {}
  [stop]() {}
}`;
  expect(await callsOf('a.js', text)).toEqual(['a.Limiter.add > a.Limiter.[run]']);
});

it('a map holds what it is made of: the second of each pair, or what another map holds', async () => {
  const text = `function a() {}
function b() {}
function c() {}
const table = new Map([['a', a], ['b', b]]);
const copy = new Map(table);
const named = Object.fromEntries([['c', c]]);
function main(key) { copy.get(key)(); }
function other(key) { named[key](); }
function all() { for (const [_, each] of Object.entries(named)) each(); }`;
  expect(await callsOf('a.js', text)).toEqual(['a.all > a.c', 'a.main > a.a', 'a.main > a.b', 'a.other > a.c']);
});

it('many objects in one list are followed, and not at the cost of functions', async () => {
  const numbers = Array.from({ length: 20 }, (_, index) => index);
  const text = `${numbers.map((each) => `const tag${each} = { test() {} };`).join('\n')}
const tags = [${numbers.map((each) => `tag${each}`).join(', ')}];
function main() { for (const tag of tags) tag.test(); }`;
  expect(await callsOf('a.js', text)).toHaveLength(numbers.length);
});
