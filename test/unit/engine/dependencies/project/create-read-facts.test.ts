import { beforeAll, describe, expect, it } from 'vitest';
import { createTreeSitterSyntax, type TreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createReadFacts } from '#engine/dependencies/project/create-read-facts.ts';
import type { Syntax } from '#ports/syntax.ts';

let real: TreeSitterSyntax;
beforeAll(async () => {
  real = await createTreeSitterSyntax(['typescript', 'python']);
});

/** A syntax that notes what it parses. */
function noting(parsed: string[]): Syntax {
  return {
    languageOf: (path) => real.languageOf(path),
    parse: (file) => {
      parsed.push(file.path);
      return real.parse(file);
    },
  };
}

const one = { path: 'a.ts', text: 'export const a = 1;\n' };

describe('what files say by themselves', () => {
  it('is read once for the same path and text, and anew when one of them is another', () => {
    const parsed: string[] = [];
    const read = createReadFacts({ syntax: noting(parsed) });
    const first = read(one);
    expect(read({ ...one })).toBe(first);
    expect(read({ ...one, text: 'export const a = 2;\n' })).not.toBe(first);
    expect(read({ ...one, path: 'b.ts' }).tree.path).toBe('b.ts');
    expect(parsed).toEqual(['a.ts', 'a.ts', 'b.ts']);
  });

  it('tells files apart whose path and text only run together alike', () => {
    const read = createReadFacts({ syntax: noting([]) });
    expect(read({ path: 'a.ts', text: 'x.ts' }).tree.text).toBe('x.ts');
    expect(read({ path: 'a.tsx.ts', text: '' }).tree.text).toBe('');
  });

  it('is let go when more was read since than is kept', () => {
    const parsed: string[] = [];
    const read = createReadFacts({ syntax: noting(parsed) });
    read(one);
    const large = `/* ${'x'.repeat(400_000)} */\n`;
    for (const path of ['c.ts', 'd.ts', 'e.ts']) read({ path, text: large });
    read(one);
    expect(parsed.filter((path) => path === 'a.ts')).toHaveLength(2);
  });
});
