/**
 * `text` within `limit` characters: a longer one loses its middle (three quarters of what stays is its beginning), with a
 * note of how much. Never cuts a character in two; the note itself is not counted.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = wholeEnd(text, Math.ceil(limit * 0.75));
  const tail = wholeEnd(text, text.length - Math.floor(limit * 0.25));
  return `${text.slice(0, head)}\n[… ${tail - head} characters left out …]\n${text.slice(tail)}`;
}

/** `text` within `limit` characters, a longer one ending in `…`. */
export function ellipsis(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, wholeEnd(text, limit - 1)).trimEnd()}…`;
}

/** `index`, or one less where it would part a surrogate pair. */
function wholeEnd(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
}
