import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainLine } from '#action/src/plain-line.ts';

/** As the runner reads its log (both ways of writing a command). */
const isCommand = (line: string): boolean => line.trimStart().startsWith('::') || line.includes('##[');

it('no text of a target becomes a command to the runner, or a second line', () => {
  const pieces = fc.constantFrom(
    '::',
    ':',
    '##[',
    '#',
    '[',
    '\n',
    '\r',
    '\u2028',
    '\u001b[2J',
    '\u200b',
    ' ',
    '\t',
    'error',
    'add-mask',
    '::error::x',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 8 }), (parts) => {
      const line = plainLine(parts.join(''));
      expect(line.split(/[\r\n\u0085\u2028\u2029]/)).toHaveLength(1);
      expect(isCommand(line)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

it('ordinary lines stay what they are, and neither terminal codes nor secrets are shown', () => {
  expect(plainLine('level 1: checked, 2 :: 3 symbols #4')).toBe('level 1: checked, 2 :: 3 symbols #4');
  expect(plainLine(`\u001b[31mred\u001b[0m ghp_${'a'.repeat(36)}`)).toBe('red [redacted]');
  expect(plainLine(':: ::error::forged')).toBe('· :: ::error::forged');
});
