import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyStubs } from '#domain/atom/apply-stubs.ts';
import { spliceRange } from '#domain/atom/splice.ts';

const place = 'class A {\n  run() {\n    const a = 1;\n    return a;\n  }\n}\n';

function splice(text: string, old: string, fresh: string): string {
  const start = text.indexOf(old);
  return spliceRange(text, start, start + old.length, fresh);
}

describe('splicing a text into a place', () => {
  test('moves the lines of the replacement to the indentation of the place', () => {
    expect(splice(place, '    const a = 1;\n', 'if (x) {\n  f();\n}')).toBe(
      'class A {\n  run() {\n    if (x) {\n      f();\n    }\n    return a;\n  }\n}\n',
    );
  });

  test('keeps a replacement that stands where it belongs already', () => {
    expect(splice(place, '    const a = 1;\n', '    const a = 2;\n')).toContain('\n    const a = 2;\n    return a;');
  });

  test('re-indents a replacement that begins in the middle of a line', () => {
    const text = 'def f():\n    return g(\n        1,\n    )\n';
    expect(splice(text, 'g(\n        1,\n    )', 'h(\n    2,\n)')).toBe('def f():\n    return h(\n        2,\n    )\n');
  });

  test('writes the line ends of the file, and keeps blank lines and the final newline of the place', () => {
    const text = 'a = 1\r\n\r\nb = 2\r\nc = 3\r\n';
    expect(splice(text, '\r\nb = 2\r\n', 'b = 5\nd = 6')).toBe('a = 1\r\n\r\nb = 5\r\nd = 6\r\nc = 3\r\n');
  });

  test('turns blanks into the tabs of the place', () => {
    expect(splice('if (a) {\n\tb();\n}\n', '\tb();\n', '  c();\n  d();\n')).toBe('if (a) {\n\tc();\n\td();\n}\n');
  });

  test('changes nothing when a text is put in its own place, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t', '\r\n', '{', '😀') }),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const start = Math.min(a % (text.length + 1), b % (text.length + 1));
          const end = Math.max(a % (text.length + 1), b % (text.length + 1));
          expect(spliceRange(text, start, end, text.slice(start, end))).toBe(text);
        },
      ),
    );
  });
});

test('stubs are put in whatever their order, each at the offsets of the original text', () => {
  const stubs = [
    { start: 8, end: 9, text: 'LAST' },
    { start: 0, end: 1, text: 'first' },
    { start: 4, end: 4, text: '+' },
  ];
  expect(applyStubs('a23456789', stubs)).toBe('first234+5678LAST');
});
