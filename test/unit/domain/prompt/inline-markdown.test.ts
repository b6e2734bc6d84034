import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeSpan, inlineHtml, inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import { proseOf, renderedMarkdown } from '#test/support/rendered-markdown.ts';

const PIECES = ['<!--', '-->', '`', '``', '\\', '@ada', '\n', '\n\n', '- [x] ', '[x] ', '<b>', '<img src=x>', '\u202E'];
const LINKS = ['[', '![', ']', '](https://x.example)', '][x]', '[x]: https://x.example ', '<https://x.example>'];
const WORDS = ['&lt;', '&#60;', 'fixes #5', 'a'];
const hostile = fc
  .array(
    fc.oneof(
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 4 }) },
      { weight: 6, arbitrary: fc.constantFrom(...PIECES, ...LINKS, ...WORDS) },
    ),
  )
  .map((parts) => parts.join(''));

const FOREIGN =
  /<(?!\/?(?:p|em|strong|del|code|ul|li|a|h\d|ol|blockquote)\b)[^>]*>|<a (?!href="(?:https?:\/\/|mailto:))/gu;

describe('text of others in what MGE posts', () => {
  it('stays on its line and can carry no marker, HTML or mention', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 2, max: 80 }), (text, limit) => {
        for (const safe of [inlineMarkdown(text, limit), inlineHtml(text, limit), codeSpan(text, limit)]) {
          expect(safe).not.toMatch(/[\n\u202E]|<!--/u);
        }
        expect(inlineHtml(text, limit)).not.toMatch(/[<>]|@\w/u);
        expect(codeSpan(text, limit)).toMatch(/^`[^`\n]+`$/u);
      }),
    );
  });

  it('shows no image, no box and no link with words of its own, whatever stands before and behind it', () => {
    fc.assert(
      fc.property(hostile, hostile, fc.integer({ min: 2, max: 80 }), (one, other, limit) => {
        const page = renderedMarkdown(
          `- ${inlineMarkdown(one, limit)} **${inlineMarkdown(other, limit)}** \`code\` (${inlineMarkdown(one)})`,
        );
        const prose = proseOf(page);
        expect(prose.match(FOREIGN) ?? []).toEqual([]);
        expect(prose).not.toMatch(/@\w/u);
        for (const [, address = '', words = ''] of prose.matchAll(/<a href="([^"]*)">(.*?)<\/a>/gu)) {
          expect(address).toMatch(new RegExp(`^(?:https?://|mailto:)`, 'u'));
          expect(address).toContain(words.slice(0, 5));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [
      'code stays code',
      'calls `items[0](x)` of `Array<string>`',
      '<p>calls <code>items[0](x)</code> of <code>Array&lt;string&gt;</code></p>',
    ],
    ['emphasis stays', 'a *small* **thing**', '<p>a <em>small</em> <strong>thing</strong></p>'],
    ['an image is words', '![cat](https://x.example/?q=secret)', '<p>![cat](https://x.example/?q=secret)</p>'],
    ['a link shows where it leads', '[docs](https://x.example)', '<p>[docs](https://x.example)</p>'],
    ['a box is words', '[x] done', '<p>[x] done</p>'],
    ['a list is words', '- [x] done', '<p>- [x] done</p>'],
    ['a heading is words', '## Big', '<p>## Big</p>'],
    ['a number is a number', '1. One', '<p>1. One</p>'],
    ['a rule is words', '---', '<p>---</p>'],
    ['a fence is words', '~~~ js', '<p>~~~ js</p>'],
    ['an open backtick is a backtick', 'one ` and [x](https://x.example)', '<p>one ` and [x](https://x.example)</p>'],
    ['a path of Windows', String.raw`C:\temp\[a]`, String.raw`<p>C:\temp\[a]</p>`],
    ['entities', '&lt;b&gt; & <b>', '<p>&lt;b&gt; &amp; &lt;b&gt;</p>'],
  ])('%s', (_, text, page) => {
    expect(renderedMarkdown(inlineMarkdown(text))).toBe(page);
  });

  it.each([
    'fixes #5',
    'Closes: #5',
    'resolved acme/till#5',
    'fix GH-5',
    'closes https://github.com/acme/till/issues/5',
    'Fixes **#5**',
  ])('closes no issue: %s', (text) => {
    const closing = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+\**(?:#|gh-|http|acme)/iu;
    expect(text).toMatch(closing);
    expect(inlineMarkdown(text)).not.toMatch(closing);
    expect(inlineHtml(text)).not.toMatch(closing);
  });

  it('ends in an ellipsis when it is long, never in half a character', () => {
    expect(inlineMarkdown('one two three', 8)).toBe('one two…');
    expect(inlineMarkdown('abc😀def', 5)).toBe('abc…');
  });
});
