import { describe, expect, it } from 'vitest';
import { findImportedPaths, importSpecifiers } from '#domain/build/find-imported-paths.ts';

const TS = new Set(['src/money/cents.ts', 'src/index.ts', 'src/view/page.tsx', 'src/money/index.ts', 'test/a.test.ts']);
const PY = new Set(['stats/__init__.py', 'stats/words.py', 'stats/lines.py', 'src/app/core.py', 'tests/test_words.py']);

describe('the files that a file imports', () => {
  it.each([
    ['src/index.ts', "import { a } from './money/cents.js';", ['src/money/cents.ts']],
    [
      'test/a.test.ts',
      "import { a } from '../src/money/cents.js';\nimport x from 'node:test';",
      ['src/money/cents.ts'],
    ],
    ['src/index.ts', "export * from './money';", ['src/money/index.ts']],
    ['src/index.ts', "const page = await import('./view/page.jsx');", ['src/view/page.tsx']],
    ['src/index.ts', "import { a } from '#money/cents.ts';", ['src/money/cents.ts']],
    ['src/index.ts', "import './gone.js';\nimport 'left-pad';", []],
  ])('reads TypeScript in %s: %s', (path, text, expected) => {
    expect(findImportedPaths({ path, text }, TS)).toEqual(expected);
  });

  it.each([
    ['tests/test_words.py', 'from stats.words import count', ['stats/words.py']],
    [
      'tests/test_words.py',
      'from stats import words, lines',
      ['stats/__init__.py', 'stats/words.py', 'stats/lines.py'],
    ],
    ['stats/words.py', 'from . import lines', ['stats/__init__.py', 'stats/lines.py']],
    ['stats/words.py', 'from .lines import count as c', ['stats/lines.py']],
    ['tests/test_words.py', 'import app.core, os', ['src/app/core.py']],
  ])('reads Python in %s: %s', (path, text, expected) => {
    expect(findImportedPaths({ path, text }, PY).toSorted()).toEqual(expected.toSorted());
  });

  it('names what is imported as it is written', () => {
    expect(importSpecifiers("import a from 'a';\nimport 'b/c';\nrequire('d');\nimport('e')")).toEqual([
      'a',
      'b/c',
      'd',
      'e',
    ]);
  });
});
