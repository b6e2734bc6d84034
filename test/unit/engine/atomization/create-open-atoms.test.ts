import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTreeSitterSyntax, type TreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { assemble } from '#domain/atom/assemble.ts';
import { outerSpan } from '#domain/atom/outer-span.ts';
import { createAtomize } from '#engine/atomization/create-atomize.ts';
import { createOpenAtoms } from '#engine/atomization/create-open-atoms.ts';

let syntax: TreeSitterSyntax;
beforeAll(async () => {
  syntax = await createTreeSitterSyntax();
});

const samples = [
  { path: 'a.ts', text: readFileSync('src/domain/atom/split/carve.ts', 'utf8') },
  { path: 'a.tsx', text: 'export const A = () => <p title="x">{list.map((n) => <b key={n}>{n}</b>)}</p>;\n' },
  {
    path: 'a.js',
    text: "'use strict';\r\nfunction f(a) {\r\n  return a ? `${a}` : /x/.test(a);\r\n}\r\nmodule.exports = { f };\r\n",
  },
  {
    path: 'a.py',
    text: 'def f(a, b=1):\n    """Doc."""\n    if a:\n        return [x for x in b if x]\n    return {\n        "k": a,\n    }\n\n\nclass C:\n    x = 1\n',
  },
  {
    path: 'a.go',
    text: 'package a\n\nfunc f(a int) (int, error) {\n\tif a > 1 {\n\t\treturn a, nil\n\t}\n\treturn 0, nil\n}\n',
  },
];

const pieces = [
  '',
  '}',
  '{',
  '(',
  '"',
  '`',
  '\n',
  '\r\n',
  '  ',
  '/*',
  '# ',
  'x = 1\n',
  'if (a) {\n}\n',
  'def g(): pass\n',
];
const piece = fc.oneof(fc.constantFrom(...pieces, '\u{1F980}'), fc.string({ maxLength: 8 }));

describe('an open file', () => {
  test('keeps, after every edit that leaves it without errors, the atoms that its text has when read afresh', async () => {
    const atomize = createAtomize({ syntax });
    const edits = fc.array(fc.record({ at: fc.nat(), length: fc.nat({ max: 30 }), text: piece }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...samples), edits, async ({ path, text: given }, all) => {
        const file = createOpenAtoms({ syntax })({ path, text: given });
        let text = given;
        for (const { at, length, text: inserted } of all) {
          const start = at % (text.length + 1);
          const end = Math.min(text.length, start + length);
          text = text.slice(0, start) + inserted + text.slice(end);
          const edited = file.edit({ start, end, text: inserted });
          const fresh = await atomize({ path, text });
          // How the parser gets over an error may depend on what it knew before; the text is tiled either way.
          expect(fresh.parseErrors + edited.parseErrors === 0 ? edited : fresh).toEqual(fresh);
          expect(assemble(edited, (atom, range) => text.slice(...(atom.ranges[range] ?? [0, 0])))).toBe(text);
        }
        file.close();
      }),
      { numRuns: 60 },
    );
  });

  test('stays the same when an atom is replaced by its own text', () => {
    for (const sample of samples) {
      const file = createOpenAtoms({ syntax })(sample);
      const before = file.atoms;
      for (const atom of before.atoms) {
        const [start, end] = outerSpan(atom, before.atoms);
        expect(file.edit({ start, end, text: sample.text.slice(start, end) })).toEqual(before);
      }
      file.close();
    }
  });
});
