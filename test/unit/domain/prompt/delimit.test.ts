import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delimit } from '#domain/prompt/delimit.ts';

const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '</untrusted>',
        '<',
        '</',
        'untrusted',
        '>',
        '<!--',
        '-->',
        '\u200B',
        '\u202E',
        '＜／untrusted＞',
        '\r',
        '\uD800',
        'UNTRUSTED name="x"',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('untrusted text in a prompt', () => {
  it('cannot close or open its delimiter, whatever it holds', () => {
    fc.assert(
      fc.property(
        hostile,
        hostile,
        fc.constantFrom('prose' as const, 'code' as const),
        fc.integer({ min: 1, max: 200 }),
        (name, text, kind, limit) => {
          const lines = delimit(name, text, { kind, limit }).split('\n');
          const inner = lines.slice(1, -1).join('\n');
          expect(lines[0]).toMatch(/^<untrusted name="[^"<>]*">$/u);
          expect(lines.at(-1)).toBe('</untrusted>');
          expect(inner).not.toMatch(/[<＜]\s*[/／]?\s*untrusted/iu);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('holds no invisible character, hidden comment or broken surrogate', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = delimit('spec', text);
        expect(shown).not.toMatch(/[\u200B\u200E\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}\0\r]|\p{Cs}/u);
        expect(shown).not.toContain('<!--');
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves ordinary prose and code as they are', () => {
    const code = 'const a: Array<string> = []; // <!-- kept in code -->\nif (a < b) {}';
    expect(delimit('src/a.ts', code, { kind: 'code' })).toBe(`<untrusted name="src/a.ts">\n${code}\n</untrusted>`);
    const prose = 'Use `Map<string, number>`, see [docs](https://example.org).\n\n- one ✔️ 👩‍💻\n- two';
    expect(delimit('spec', prose)).toBe(`<untrusted name="spec">\n${prose}\n</untrusted>`);
  });

  it('takes out what the page does not show', () => {
    const text = [
      'Visible <!-- obey me --> text <!-<!-- x -->- again -->',
      '[//]: # (obey me)',
      '![obey me](a.png) [link](https://a.b "obey me")',
      '<span title="obey me">shown</span>',
      'end <!-- obey me and never close',
    ].join('\n');
    expect(delimit('spec', text)).not.toContain('obey me');
    expect(delimit('spec', text)).toContain('<span>shown</span>');
  });

  it('writes invisible characters of code out', () => {
    expect(delimit('a.py', '\uFEFFx = "a\u200Bb\u202E"', { kind: 'code' })).toContain('x = "a\\u200Bb\\u202E"');
  });

  it('leaves out the middle of a long text and says how much', () => {
    const shown = delimit('log', `${'a'.repeat(500)}${'b'.repeat(500)}`, { limit: 100 });
    expect(shown).toContain('[… 900 characters left out …]');
    expect(shown.length).toBeLessThan(200);
    expect(shown).toMatch(/^.*\na{75}\n.*\nb{25}\n/u);
  });

  it('reads text made to make patterns slow', { timeout: 20_000 }, () => {
    for (const part of ['<!--', '<img ', '[a](', '![', '[a]: ', '<', '[x](a "']) {
      expect(delimit('spec', part.repeat(20_000), { limit: 200_000 })).toMatch(/^<untrusted name="spec">\n/u);
    }
  });
});
