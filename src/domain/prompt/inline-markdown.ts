import { dropInvisible, normalizeLines } from '#domain/prompt/invisible-characters.ts';
import { ellipsis } from '#domain/prompt/shorten.ts';

/** GitHub closes the issue behind such a word when the text is merged. */
const CLOSING_KEYWORD = /\b(clos|fix|resolv)(?=(?:e|es|ed|ing)?:?\s+[*_~]*(?:#|gh-|https?:|[\w.-]+\/[\w.-]+#))/giu;
const ZERO_WIDTH_SPACE = '\u200B';

/**
 * Text of people or of the model as one line of Markdown that MGE posts. Emphasis and code spans stay, and addresses that are
 * written out. It can hold no HTML, hidden marker, box, image (GitHub fetches one when it is shown: its address could carry off
 * what a prompt held) or link with other words than its address, mentions nobody, closes no issue and starts no line of its
 * own. Longer texts end in an ellipsis. Not for use inside of HTML tags: see `inlineHtml`.
 */
export function inlineMarkdown(text: string, limit = 300): string {
  const line = ellipsis(oneLine(text), limit);
  let shown = '';
  let from = 0;
  for (const { index, 0: span } of line.matchAll(CODE_SPAN)) {
    if (WITHIN_ADDRESS.test(line.slice(0, index))) continue;
    shown += proseText(line.slice(from, index)) + span.replaceAll('<!--', '<! --');
    from = index + span.length;
  }
  return shown + proseText(line.slice(from));
}

/** The same for use inside of HTML tags (`<summary>`), where GitHub reads no Markdown: it is shown as it was written. */
export function inlineHtml(text: string, limit = 300): string {
  return withoutTags(ellipsis(oneLine(text), limit).replace(/&/gu, '&amp;'));
}

/** A signature or path as a code span; hidden markers and backticks cannot stand in it. */
export function codeSpan(text: string, limit = 300): string {
  const safe = ellipsis(oneLine(text), limit).replace(/`/gu, "'").replace(/<!--/gu, '<! --');
  return safe === '' ? '` `' : `\`${safe}\``;
}

/** A run of backticks up to the next of the same length. Backslashes do not count: outside of spans they are escaped. */
const CODE_SPAN = /(?<!`)(`+)(?!`)[^`](?:.*?[^`])?\1(?!`)/gu;

/** What could make a link, an image, a definition, a box, a code span, or escape what stands behind it; at the start, a list, heading, rule or fence. */
const MAKES_MORE =
  /\](?=[([:])|^\[(?=[ x]\])|`|\\(?=[!-/:-@[-`{-~]|$)|^[-+*=_](?=[-+*=_\s]*$|\s)|^#(?=#{0,5}(?:\s|$))|(?<=^\d{1,9})[.)](?=\s|$)|^~(?=~~)/giu;

/** GitHub makes a link of an address up to the next space, backticks and all: no code span begins in one. */
const WITHIN_ADDRESS = /(?::|www\.|@)\S*$/iu;

/** What stands outside of code spans. */
function proseText(text: string): string {
  return withoutTags(text.replace(MAKES_MORE, String.raw`\$&`));
}

function withoutTags(text: string): string {
  return text
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/@(?=[\w-])/gu, `@${ZERO_WIDTH_SPACE}`)
    .replace(CLOSING_KEYWORD, `$1${ZERO_WIDTH_SPACE}`);
}

function oneLine(text: string): string {
  return dropInvisible(normalizeLines(text)).replace(/\s+/gu, ' ').trim();
}
