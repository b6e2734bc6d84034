import { describe, expect, it } from 'vitest';
import type { ProjectAtom } from '#domain/build/project.ts';
import { spliceReplacements } from '#engine/execution/regenerating/splice-replacements.ts';

function atom(id: string, parent: string | null, ...ranges: [number, number][]): ProjectAtom {
  const facts = {
    symbol: id,
    file: 'a.ts',
    kind: 'function',
    name: id,
    startLine: 1,
    endLine: 1,
    loc: 1,
    complexity: 1,
    oversize: null,
  };
  return { id, parent, ranges, ...facts };
}

const TEXT =
  '/** Adds. */\nfunction add(): number {\n  return 1;\n}\n\nclass Box {\n  // Opens it.\n  open(): void {\n    stop();\n  }\n}\n';
const ADD = atom('add', null, [0, TEXT.indexOf('class')]);
const open = TEXT.indexOf('  // Opens');
const close = TEXT.indexOf('  }\n}') + 4;
const BOX = atom('Box', null, [TEXT.indexOf('class'), open], [close, TEXT.length]);
const OPEN = atom('Box.open', 'Box', [open, close]);
const ATOMS = [ADD, BOX, OPEN];

describe('putting new texts in the place of atoms', () => {
  it('keeps the comment above when the new text brings none', () => {
    const text = spliceReplacements(TEXT, ATOMS, [{ atom: 'add', text: 'function add(): number {\n  return 2;\n}' }]);
    expect(text.startsWith('/** Adds. */\nfunction add(): number {\n  return 2;\n}\n\nclass Box')).toBe(true);
  });

  it('replaces the comment when the new text brings its own', () => {
    const text = spliceReplacements(TEXT, ATOMS, [
      { atom: 'add', text: '// Adds two.\nfunction add(): number {\n  return 2;\n}' },
    ]);
    expect(text.startsWith('// Adds two.\nfunction add(): number {\n  return 2;')).toBe(true);
    expect(text).not.toContain('/** Adds. */');
  });

  it('indents a method to its place, and changes nothing else', () => {
    const text = spliceReplacements(TEXT, ATOMS, [{ atom: 'Box.open', text: 'open(): void {\n  go();\n}' }]);
    expect(text).toBe(TEXT.replace('stop();', 'go();'));
  });

  it('puts several in, wherever they stand', () => {
    const text = spliceReplacements(TEXT, ATOMS, [
      {
        atom: 'add',
        text: 'function add(): number {\n  // The sum is known to be four, whatever anybody says.\n  return 4;\n}',
      },
      { atom: 'Box.open', text: 'open(): void {\n  go();\n}' },
    ]);
    expect(text).toContain('return 4;');
    expect(text).toContain('    go();\n  }\n}\n');
  });

  it('takes the outer of two that overlap', () => {
    const text = spliceReplacements(TEXT, ATOMS, [
      { atom: 'Box.open', text: 'open(): void {\n  go();\n}' },
      { atom: 'Box', text: 'class Box {\n  open(): void {}\n}' },
    ]);
    expect(text.endsWith('\n\nclass Box {\n  open(): void {}\n}\n')).toBe(true);
    expect(text).not.toContain('go()');
  });
});
