import { expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { functionComplexities } from '#scripts/bench/analysis/function-complexities.ts';

test.each([
  ['function f() { [a = 1] = b; ({ c = 2, d: e = 3 } = g); }', 1],
  ['function f() { for ([a = 1] of b) c; }', 2],
  ['function f() { for (const [a = 1] of b) c; }', 3],
  ['function f({ a = 1 }, [b = 2]) { const [c = 3] = a; }', 4],
])('the complexity of %s is what oxlint says', async (text, complexity) => {
  const syntax = await createTreeSitterSyntax(['javascript']);
  expect([...functionComplexities(syntax.parse({ path: 'a.js', text })).values()]).toEqual([[complexity]]);
});
