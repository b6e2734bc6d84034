import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { findFunctionSites } from '#domain/comparison/find-function-sites.ts';
import { watchedText } from '#domain/comparison/watched-text.ts';

const syntax = await createTreeSitterSyntax();

function watched(text: string): string {
  const tree = syntax.parse({ path: 'a.js', text });
  const [site] = findFunctionSites(tree);
  if (site === undefined) throw new Error('no function');
  return watchedText(tree, site.node, null);
}

/** What a function of one argument gives, and what it shows on the way. */
function run(text: string, word: unknown): { given: unknown; shown: unknown[] } {
  const shown: unknown[] = [];
  const given: unknown = new Script(`(${text})(word)`).runInNewContext({
    word,
    __mgeSee: (_place: number, value: unknown) => {
      shown.push(value);
      return value;
    },
  });
  return { given, shown };
}

const SHAPES = [
  'function f(a) { if (a && a.b) return a.b; else return a ?? "none"; }',
  'function f(a) { let n = 0; while (n < 3 && a) { n = n + 1; } return n; }',
  'function f(a) { switch (typeof a) { case "string": return 1; default: return [a, ...[1]]; } }',
  'function f(a) { const g = (x) => x || 7; const h = (x) => ({ x }); return [g(a), h(a), g.name, h.name]; }',
  'function f(a) { do { a = (a, 0); } while (a /* so */); return a ? (a, 1) : a == null ? 2 : 3; }',
  'function f(a) { function* g() { const x = yield 1; return x; } return [...g()]; }',
  'function f(a) {\n  return (\n    // why\n    a ||\n    [1]\n  );\n}',
  'function f(a) { class K { static of() { return this.name; } } const L = class {}; return [K.of(), L.name, `${a && 1}`]; }',
];

describe('a function that is watched', () => {
  it.each(SHAPES)('does what it did: %s', (text) => {
    const words = [undefined, null, 0, 1, '', 'a', { b: 2 }];
    for (const word of words) expect(run(watched(text), word).given).toEqual(run(text, word).given);
  });

  it('shows conditions, operands, what is assigned and what is returned, in the order in which they come', () => {
    const text = 'function f(a) { const b = a + 1; if (b > 2 && a !== 9) return b; return b ? "x" : "y"; }';
    expect(run(watched(text), 2).shown).toEqual([3, true, true, true, 3]);
    expect(run(watched(text), 1).shown).toEqual([2, false, false, 2, 'x']);
  });

  it('has another name where one is given', () => {
    const tree = syntax.parse({ path: 'a.ts', text: 'export async function old(a: number) { return a || 1; }' });
    const [site] = findFunctionSites(tree);
    const node = z.number().parse(site?.node);
    const name = tree.text.indexOf('old');
    const own = Array.from({ length: tree.count }, (_, at) => at).findLast((at) => tree.start[at] === name) ?? -1;
    expect(watchedText(tree, node, { node: own, name: 'fresh' })).toBe(
      'async function fresh(a: number) { return globalThis.__mgeSee(0, (globalThis.__mgeSee(1, (a)) || globalThis.__mgeSee(2, (1)))); }',
    );
  });
});
