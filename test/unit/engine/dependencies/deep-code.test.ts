import { beforeAll, describe, expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createBuildGraph, type BuildGraph } from '#engine/dependencies/create-build-graph.ts';

let buildGraph: BuildGraph;
beforeAll(async () => {
  buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });
});

const depth = 10_000;

describe('code that is nested deeper than calls can be', () => {
  test.each([
    ['brackets', 'a.ts', `${'['.repeat(depth)}${']'.repeat(depth)}`],
    ['calls', 'a.js', `${'f('.repeat(depth)}${')'.repeat(depth)}`],
    ['members', 'a.ts', `a${'.b'.repeat(depth)}`],
    ['a chain of methods', 'a.ts', `a${'.b()'.repeat(depth)}`],
    ['operators', 'a.py', `x = ${'1 + '.repeat(depth)}1`],
    ['functions', 'a.ts', `${'function f() {'.repeat(1000)}${'}'.repeat(1000)}`],
    ['else if', 'a.ts', `${'if (a) {} else '.repeat(3000)}{}`],
    ['JSX', 'a.tsx', `${'<a>'.repeat(3000)}${'</a>'.repeat(3000)}`],
  ])('is read whole: %s', async (_, path, text) => {
    const graph = await buildGraph([{ path, text }], { by: 'atom' });
    expect(graph.nodes.map(({ id }) => id)).toContain('a');
  });

  test('has the edges that stand at its bottom', async () => {
    const text = `function deep() {}\nfunction top() {\n  return ${'['.repeat(depth)}deep()${']'.repeat(depth)};\n}\n`;
    const { edges } = await buildGraph([{ path: 'a.ts', text }], { by: 'symbol' });
    expect(edges).toContainEqual({ from: 'a.top', to: 'a.deep', kind: 'call' });
  });
});

test('a chain of methods of lists is read in time that grows with its length', async () => {
  const text = `const all = [1]${'.concat([2])'.repeat(60)}.map((n) => twice(n));\nfunction twice(n) {\n  return 2 * n;\n}\n`;
  const { edges } = await buildGraph([{ path: 'a.js', text }], { by: 'symbol' });
  expect(edges).toContainEqual({ from: 'a.all', to: 'a.twice', kind: 'call' });
});
