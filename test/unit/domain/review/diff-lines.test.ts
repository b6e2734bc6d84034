import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffLines } from '#domain/review/diff-lines.ts';
import { fence } from '#domain/review/fence.ts';

const texts = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));

it('gives both texts back from a difference', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const lines = diffLines(before, after);
      const side = (mark: string): string =>
        lines
          .filter((line) => line.mark === ' ' || line.mark === mark)
          .map((line) => line.text)
          .join('\n');
      expect(side('-')).toBe(before);
      expect(side('+')).toBe(after);
    }),
  );
});

it('shows only what changed', () => {
  expect(diffLines('a\nb\nc', 'a\nx\nc').map(({ mark, text }) => mark + text)).toEqual([' a', '-b', '+x', ' c']);
});

it('fences a text so that it cannot end its own fence', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('`', '```', '````', 'x', '\n'), { maxLength: 20 }), (parts) => {
      const content = parts.join('');
      const [open = ''] = fence('ts', content).split('\n');
      expect(content).not.toContain(open.replace('ts', ''));
    }),
  );
});
