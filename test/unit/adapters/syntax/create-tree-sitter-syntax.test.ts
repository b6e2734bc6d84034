import { beforeAll, describe, expect, test } from 'vitest';
import { createTreeSitterSyntax, type TreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { buffersOf, packTree, unpackTree } from '#adapters/syntax/packed-tree.ts';
import { endOf, kindName, startOf } from '#domain/atom/tree-navigation.ts';
import { MgeError } from '#domain/failure/mge-error.ts';

let syntax: TreeSitterSyntax;
beforeAll(async () => {
  syntax = await createTreeSitterSyntax();
});

describe('the tree-sitter syntax', () => {
  test('tells languages by their endings', () => {
    expect(
      ['a.ts', 'b/c.test.tsx', 'd.PY', 'e.mjs', 'README.md', 'Makefile'].map((path) => syntax.languageOf(path)),
    ).toEqual(['typescript', 'tsx', 'python', 'javascript', null, null]);
  });

  test('gives a flat tree whose subtrees nest and whose root spans the whole text', () => {
    const text = '\uFEFF// 😀\r\nconst a = f(1);\r\n';
    const tree = syntax.parse({ path: 'a.ts', text });
    expect([startOf(tree, 0), endOf(tree, 0)]).toEqual([0, text.length]);
    for (let node = 1; node < tree.count; node += 1) {
      const parent = tree.parent[node] ?? 0;
      expect(parent).toBeLessThan(node);
      expect(tree.after[node]).toBeLessThanOrEqual(tree.after[parent] ?? 0);
      expect(startOf(tree, node)).toBeGreaterThanOrEqual(startOf(tree, parent));
      expect(endOf(tree, node)).toBeLessThanOrEqual(endOf(tree, parent));
    }
  });

  test('marks what cannot be parsed and keeps the rest', () => {
    const tree = syntax.parse({ path: 'a.py', text: 'x = = 1\ny = 2\n' });
    expect(tree.errors.length).toBeGreaterThan(0);
    const kinds = Array.from({ length: tree.count }, (_, node) => kindName(tree, node));
    expect(kinds).toContain('ERROR');
  });

  test('loads only the languages asked for, and refuses the others', async () => {
    const some = await createTreeSitterSyntax(['python']);
    expect(some.languageOf('a.ts')).toBe('typescript');
    expect(some.parse({ path: 'a.py', text: 'x = 1\n' }).errors).toEqual([]);
    expect(() => some.parse({ path: 'a.ts', text: '' })).toThrow(MgeError);
  });

  test('gives a tree that another thread can take over without its grammar', () => {
    const tree = syntax.parse({ path: 'a.ts', text: 'const a = f(1);\n' });
    const packed = structuredClone(packTree(tree));
    expect(unpackTree(packed, (language) => syntax.grammarOf(language))).toEqual(tree);
    expect(buffersOf(packed)).toHaveLength(6);
  });

  test('refuses a language that it does not know with an error that says so', () => {
    expect(() => syntax.parse({ path: 'a.rb', text: '' })).toThrow(MgeError);
  });
});
