import { beforeEach, expect, test, vi } from 'vitest';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** What the cursor finds of the parser's own functions; null: a version of the parser that does not show them. */
const parser = vi.hoisted((): { isHidden: boolean } => ({ isHidden: false }));

vi.mock(import('#adapters/syntax/parser-module.ts'), async (original) => {
  const real = await original();
  return { ...real, cursorFunctions: () => (parser.isHidden ? null : real.cursorFunctions()) };
});

beforeEach(() => {
  vi.resetModules();
});

async function treesOf(isHidden: boolean): Promise<SyntaxTree[]> {
  parser.isHidden = isHidden;
  const { createTreeSitterSyntax } = await import('#adapters/syntax/create-tree-sitter-syntax.ts');
  const syntax = await createTreeSitterSyntax();
  return files.map((file) => syntax.parse(file));
}

const files = [
  {
    path: 'a.tsx',
    text: '\uFEFFexport const A = <p x={1}>{"\u{1F980}"}</p>;\r\nclass B { #c = (d?: number) => d ?? 1; }\n',
  },
  { path: 'a.py', text: 'def f(a, *b):\n    return [x for x in b if x]\n' },
  { path: 'b.py', text: 'x = = 1\nclass\n' },
  { path: 'a.js', text: '' },
];

test('where the parser hides its functions its own cursor gives the same trees', async () => {
  const direct = await treesOf(false);
  vi.resetModules();
  const plain = await treesOf(true);
  const arrays = ({ count, kind, field, start, end, parent, after, errors }: SyntaxTree): object => {
    return { count, kind, field, start, end, parent, after, errors };
  };
  expect(plain.map(arrays)).toEqual(direct.map(arrays));
});
