import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createBuildGraph, type BuildGraph } from '#engine/dependencies/create-build-graph.ts';

let buildGraph: BuildGraph;
beforeAll(async () => {
  buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });
});

const names = ['a', 'b', 'c', 'd'];
const name = fc.constantFrom(...names);
const path = fc.constantFrom('m0.js', 'm1.js', 'm2.js');

/** Statements that let values go round: members of members, calls of calls, classes on classes. */
const statement = fc.oneof(
  fc.tuple(name, name).map(([to, from]) => `${to} = ${from}.next;`),
  fc.tuple(name, name).map(([to, from]) => `${to} = ${from}(${to}, ${from});`),
  fc.tuple(name, name).map(([to, from]) => `${to}.${from} = ${from};`),
  fc.tuple(name, name).map(([to, from]) => `${to} = { ${from}, next: ${to} };`),
  fc.tuple(name, name).map(([to, from]) => `${to} = class extends ${from} { m() { return super.m(${to}); } };`),
  fc.tuple(name, name).map(([to, from]) => `${to} = [...${from}, ${to}].map(${from});`),
  fc.tuple(name, name).map(([to, from]) => `${to} = function (${from}) { return this.${from}(${to}); };`),
  fc.tuple(name, name).map(([to, from]) => `while (${to}) ${to} = new ${from}(${to}).next.next;`),
);

const program = fc.record({
  path,
  text: fc.array(statement, { minLength: 4, maxLength: 25 }).map((lines) => {
    const imports = names.slice(0, 2).map((each, index) => `import { ${each} as x${index} } from './m${index}.js';`);
    const start = `let a = x0, b = x1, c = Math, d = document;\nexport { a, b, c, d };`;
    return [...imports, `import tool from 'tool';`, start, ...lines, 'd = tool.of(a).next;'].join('\n');
  }),
});

describe('the assignment graph', () => {
  test('comes to an end on code that goes round, the same for any order of the files', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(program, { selector: (file) => file.path, maxLength: 3 }), async (files) => {
        const graph = await buildGraph(files, { by: 'symbol' });
        expect(await buildGraph(files.toReversed(), { by: 'symbol' })).toEqual(graph);
        const ids = new Set(graph.nodes.map((node) => node.id));
        expect(graph.edges.filter((edge) => !ids.has(edge.from) || !ids.has(edge.to))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('names outside do not grow with each turn of a loop', async () => {
    const text =
      "import { list } from 'lists';\nlet node = list();\nwhile (node) node = node.next.left.right(NaN.x);\n";
    const { nodes } = await buildGraph([{ path: 'walk.js', text }], { by: 'symbol' });
    expect(nodes.filter((node) => node.kind === 'external').map((node) => node.id)).toEqual(['lists.list']);
  });

  test('Python: calls of an object that is its own `__call__` come to an end, and an object behind another one is found', async () => {
    const text = [
      'def work(): pass',
      'class Round: pass',
      'Round.__call__ = Round()',
      'class Inner:',
      '    def __call__(self): work()',
      'class Outer:',
      '    __call__ = Inner()',
      'def main():',
      '    Round()()',
      '    Outer()()',
    ].join('\n');
    const { edges } = await buildGraph([{ path: 'm.py', text }], { by: 'symbol' });
    const calls = edges.filter(({ kind, from }) => kind === 'call' && from === 'm.main').map(({ to }) => to);
    expect(calls).toContain('m.Inner.__call__');
  });

  test('a class made on top of itself again and again has an order', async () => {
    const mixins = Array.from({ length: 40 }, (_, index) => `K = class extends K { m${index}() { this.m0(); } };`);
    const text = `let K = class { m0() {} };\nif (x) {\n${mixins.join('\n')}\n}\nnew K().m3();\n`;
    const { nodes } = await buildGraph([{ path: 'mixins.js', text }], { by: 'symbol' });
    expect(nodes.map((node) => node.id)).toContain('mixins');
  });
});
