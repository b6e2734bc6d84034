import { dropInvisible, normalizeLines, showInvisible } from '#domain/prompt/invisible-characters.ts';
import { shorten } from '#domain/prompt/shorten.ts';
import { stripHiddenMarkup } from '#domain/prompt/strip-hidden-markup.ts';

export interface DelimitOptions {
  /** `prose` (an issue, a comment) loses what its page does not show; `code` keeps every visible character. */
  readonly kind?: 'prose' | 'code';
  /** Characters to keep; the middle of a longer text is left out with a note. */
  readonly limit?: number;
}

const DEFAULT_LIMIT = 20_000;

// Also look-alikes of the brackets and the slash, which a model may read as the real ones.
const DELIMITER = /[<\uFF1C\uFE64\u2039\u3008\u27E8\u276E](?=[\s/\\\uFF0F\u2044\u2215]{0,100}untrusted)/giu;

/**
 * Untrusted text for a prompt, between `<untrusted name="…">` and `</untrusted>`. Nothing in it can close or open the
 * delimiter: the bracket of anything that looks like one is written `&lt;`.
 */
export function delimit(name: string, text: string, options: DelimitOptions = {}): string {
  const lines = normalizeLines(text);
  const visible = options.kind === 'code' ? showInvisible(lines) : stripHiddenMarkup(dropInvisible(lines));
  const kept = shorten(visible, options.limit ?? DEFAULT_LIMIT);
  const title = dropInvisible(normalizeLines(name))
    .replace(/[^\w ./#@+-]/gu, '_')
    .slice(0, 200);
  return `<untrusted name="${title}">\n${kept.trimEnd().replace(DELIMITER, '&lt;')}\n</untrusted>`;
}
