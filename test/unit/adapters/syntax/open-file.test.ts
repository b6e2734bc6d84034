import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTreeSitterSyntax, type TreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';

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
});
