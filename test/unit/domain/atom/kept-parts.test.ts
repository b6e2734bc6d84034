import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTreeSitterSyntax, type TreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { defaultAtomLimits } from '#domain/atom/atom.ts';
import { findKeptParts } from '#domain/atom/kept-parts.ts';
import { atomizeTree, readTree, splitTree } from '#domain/atom/split/atomize-tree.ts';
import { readFile } from '#engine/dependencies/project/read-file.ts';

let syntax: TreeSitterSyntax;
beforeAll(async () => {
  syntax = await createTreeSitterSyntax();
});

const samples = [
  {
    path: 'a.ts',
    text: "import { a } from './a.ts';\nif (a) {\n  function q() { return 1; }\n  var h = 2;\n}\nexport { z as y };\nclass A {\n  m() { return x; }\n  static s = () => x;\n}\nfunction o(a: number): void;\nfunction o(a: any) { return x; }\nconst z = 1;\nA.prototype.k = function () { return this; };\nmain();\nfoo(bar);\nx = 3;\nconst b = 2, c = a + b;\nlet d = c;\nd += b;\nconsole.log(d);\n",
  },
  { path: 'b.ts', text: readFileSync('src/domain/atom/split/carve.ts', 'utf8') },
  {
    path: 'c.py',
    text: 'import os\n\n\ndef f(a, b=1):\n    """Doc."""\n    global g\n    g = a\n    if a:\n        return [x for x in b if x]\n    return {\n        "k": a,\n    }\n\n\nclass C:\n    x = 1\n\n    def m(self):\n        return f(self.x)\n\n\nif __name__ == "__main__":\n    f(1)\n',
  },
  {
    path: 'd.go',
    text: 'package a\n\nimport "fmt"\n\ntype T struct{}\n\nfunc (t T) M(a int) int {\n\tif a > 1 {\n\t\treturn f(a)\n\t}\n\treturn 0\n}\n\nfunc f(a int) int {\n\tfmt.Println(a)\n\treturn a\n}\n',
  },
];

const pieces = ['', 'x', ' ', '\n', '}', '(', '"', '// c\n', '# c\n', '\nvar a = 1;\n', '\nx = 1\n', '\nimport b\n'];
const definitions = ['\nfunction n() { return x; }\n', '\ndef n():\n    return x\n', 'export ', 'type T2 struct{}\n'];
const edit = fc.record({
  at: fc.nat(),
  length: fc.nat({ max: 40 }),
  text: fc.constantFrom(...pieces, ...definitions, '\u{1F980}'),
  isTakenBack: fc.boolean(),
});

describe('what an edit left of a file', () => {
  test('gives, with what is read anew, the very facts and atoms of the whole tree, with errors too', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(edit, { maxLength: 6 }), (sample, edits) => {
        const file = syntax.open(sample);
        let facts = readFile(file.tree, readTree(file.tree, ''));
        let split = splitTree(file.tree, facts, defaultAtomLimits);
        const change = (start: number, end: number, text: string): void => {
          const tree = file.edit({ start, end, text });
          const kept = findKeptParts(facts.tree, tree);
          facts = readFile(tree, readTree(tree, '', { known: facts, kept }), { known: facts, kept });
          split = splitTree(tree, facts, defaultAtomLimits, { known: split, kept });
          const whole = readFile(tree, readTree(tree, ''));
          expect(facts).toEqual(whole);
          expect(split.atoms).toEqual(atomizeTree(tree, whole, defaultAtomLimits));
        };
        for (const { at, length, text, isTakenBack } of edits) {
          const before = file.tree.text;
          const start = at % (before.length + 1);
          const end = Math.min(before.length, start + length);
          change(start, end, text);
          if (isTakenBack) change(start, start + text.length, before.slice(start, end));
        }
        file.close();
      }),
      { numRuns: 60 },
    );
  });

  test('is not what stood inside a function before and stands in the file itself now', () => {
    const text = 'def f(a):\n    b = a\n    a = 1\n    g(a)\n    return a\n\n\ng(1)\n';
    for (let at = 0; at <= text.length; at += 1) {
      const file = syntax.open({ path: 'a.py', text });
      const before = file.tree;
      const known = readTree(before, '');
      const tree = file.edit({ start: at, end: Math.min(text.length, at + 5), text: '\nimport b\n' });
      expect(readTree(tree, '', { known, kept: findKeptParts(before, tree) })).toEqual(readTree(tree, ''));
      file.close();
    }
  });

  test('is nearly all of it when a letter is typed, wherever it is typed', () => {
    const [, sample] = samples;
    const file = syntax.open(sample ?? { path: 'b.ts', text: '' });
    for (let at = 0; at < file.tree.text.length; at += 97) {
      const before = file.tree;
      const start = at + Math.max(0, before.text.slice(at).search(/\b[a-z]/u));
      const tree = file.edit({ start, end: start, text: 'x' });
      const { headNodes, tailNodes, headText, tailText } = findKeptParts(before, tree);
      const isIntact = tree.errors.length === 0 && before.errors.length === 0;
      const around = tree.text.slice(headText, tailText);
      expect(isIntact ? around : 'x').toBe('x');
      expect(isIntact ? tailNodes - headNodes : 0).toBeLessThan(tree.count / 3);
      file.edit({ start, end: start + 1, text: '' });
    }
    file.close();
  });
});
