import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { Language, Parser, type Tree } from 'web-tree-sitter';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTreeSitterSyntax, type TreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { flattenTree } from '#adapters/syntax/flatten-tree.ts';
import { openFile } from '#adapters/syntax/open-file.ts';

let syntax: TreeSitterSyntax;
beforeAll(async () => {
  syntax = await createTreeSitterSyntax();
});

const script = ['open-file', 'flatten-tree', 'copy-unchanged']
  .map((name) => readFileSync(`src/adapters/syntax/${name}.ts`, 'utf8'))
  .join('\n');

const samples = [
  { path: 'a.ts', text: script },
  {
    path: 'a.py',
    text: 'class A:\n    def f(self, a):\n        """Text."""\n        return {\n            "k": a,\n        }\n\n\n'.repeat(
      20,
    ),
  },
];

const piece = fc.constantFrom(
  '',
  'x',
  ' ',
  '\n',
  '/* a */',
  '# a\n',
  '"',
  'async ',
  '\u{1F980}',
  '=> {}',
  'if (a) b();\n',
);
const edit = fc.record({ at: fc.nat(), length: fc.nat({ max: 40 }), text: piece, isTakenBack: fc.boolean() });

describe('a file that is edited', () => {
  test('has the tree of its text, node by node, although most of it is copied', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(edit, { maxLength: 8 }), ({ path, text: given }, edits) => {
        const file = syntax.open({ path, text: given });
        let text = given;
        const change = (start: number, end: number, inserted: string): void => {
          text = text.slice(0, start) + inserted + text.slice(end);
          const edited = file.edit({ start, end, text: inserted });
          const fresh = syntax.parse({ path, text });
          // How the parser gets over an error may depend on what it knew before.
          expect(fresh.errors.length + edited.errors.length === 0 ? edited : fresh).toEqual(fresh);
        };
        for (const { at, length, text: inserted, isTakenBack } of edits) {
          const start = at % (text.length + 1);
          const end = Math.min(text.length, start + length);
          const before = text.slice(start, end);
          change(start, end, inserted);
          if (isTakenBack) change(start, start + inserted.length, before);
        }
        file.close();
      }),
      { numRuns: 30 },
    );
  });

  test('has, with errors too, the very tree that a walk over what the parser holds gives', async () => {
    const rules = await Language.load(
      createRequire(import.meta.url).resolve('tree-sitter-typescript/tree-sitter-typescript.wasm'),
    );
    const parser = new Parser();
    parser.setLanguage(rules);
    const grammar = syntax.grammarOf('typescript');
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const trees: Tree[] = [];
        const parse = (text: string, before: Tree | null): Tree => {
          const parsed = parser.parse(text, before);
          if (parsed === null) throw new Error('The parser gave no tree');
          trees.push(parsed);
          return parsed;
        };
        const file = openFile(
          { path: 'a.ts', text: `${script}const broken = (;\n` },
          { language: 'typescript', grammar, parse },
        );
        for (const { at, length, text } of edits) {
          const start = at % (file.tree.text.length + 1);
          const edited = file.edit({ start, end: Math.min(file.tree.text.length, start + length), text });
          const walked = trees.slice(-1).map((held) => flattenTree(held, edited, 'typescript', grammar));
          expect([edited]).toEqual(walked);
        }
        file.close();
      }),
      { numRuns: 12 },
    );
  });
});
