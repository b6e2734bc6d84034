import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipBody, LONGEST_BODY } from '#adapters/github/comments/clip-body.ts';
import { isMarked, markedBody } from '#adapters/github/comments/marked-body.ts';

const LONE_SURROGATE = /\p{Surrogate}/u;

describe('clipBody', () => {
  it('leaves a text that fits as it is', () => {
    expect(clipBody('short')).toBe('short');
    expect(clipBody('x'.repeat(LONGEST_BODY))).toHaveLength(LONGEST_BODY);
  });

  it('cuts at the end of a line and says so', () => {
    const clipped = clipBody('a line of text\n'.repeat(100), 1000);
    expect(clipped).toMatch(/^(a line of text\n)*a line of text\n\n_Shortened: .*_$/);
  });

  it('closes an open fence and open details', () => {
    const clipped = clipBody(
      `<details>\n<summary>Log</summary>\n\n~~~~text\n${'log\n'.repeat(500)}~~~~\n</details>`,
      1000,
    );
    expect(clipped).toMatch(/log\n~~~~\n<\/details>\n\n_Shortened/);
  });

  it('never cuts between the halves of a character', () => {
    const clipped = clipBody('😀'.repeat(2000), 1001);
    expect(clipped).not.toMatch(LONE_SURROGATE);
  });

  it('never gives more than the limit, whatever the text', () => {
    const piece = fc.constantFrom(
      '```\n',
      '~~~~~\n',
      '<details>\n',
      '</details>\n',
      'text\n',
      '😀',
      '\n\n',
      'x'.repeat(90),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), fc.integer({ min: 300, max: 2000 }), (pieces, limit) => {
        const clipped = clipBody(pieces.join(''), limit);
        expect(clipped.length).toBeLessThanOrEqual(limit);
        expect(clipped).not.toMatch(LONE_SURROGATE);
      }),
    );
  });
});

describe('markedBody', () => {
  it('is found by its own marker and no other', () => {
    const body = markedBody('reply/guid-1/0', 'text');
    expect(isMarked(body, 'reply/guid-1/0')).toBe(true);
    expect(isMarked(body, 'reply/guid-1/00')).toBe(false);
    expect(isMarked(`quoted:\n${body}`, 'reply/guid-1/0')).toBe(false);
    expect(isMarked(null, 'reply/guid-1/0')).toBe(false);
  });

  it('keeps its marker closed, whatever its name', () => {
    fc.assert(
      fc.property(fc.string(), (marker) => {
        const body = markedBody(marker, 'text');
        expect(body).toMatch(/^<!-- mge:[^<>\s]* -->\ntext$/);
        expect(isMarked(body, marker)).toBe(true);
      }),
    );
  });
});
