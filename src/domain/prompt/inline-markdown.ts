import { dropInvisible, normalizeLines } from '#domain/prompt/invisible-characters.ts';
import { ellipsis } from '#domain/prompt/shorten.ts';

/**
 * Text of people or of the model as one line of Markdown that MGE posts: no HTML, no hidden markers, no line of its own,
 * nobody mentioned. Longer texts end in an ellipsis.
 */
export function inlineMarkdown(text: string, limit = 300): string {
  return ellipsis(oneLine(text), limit)
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/@(?=[\w-])/gu, '@\u200B');
}

/** A signature or path as a code span; hidden markers and backticks cannot stand in it. */
export function codeSpan(text: string, limit = 300): string {
  const safe = ellipsis(oneLine(text), limit).replace(/`/gu, "'").replace(/<!--/gu, '<! --');
  return safe === '' ? '` `' : `\`${safe}\``;
}

function oneLine(text: string): string {
  return dropInvisible(normalizeLines(text)).replace(/\s+/gu, ' ').trim();
}
