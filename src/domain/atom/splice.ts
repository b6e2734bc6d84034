import { reindent } from '#domain/atom/reindent.ts';

/**
 * Replaces `[start, end)` of a text. The replacement takes on the place's indentation, line ends, and the blank lines and
 * final newline around it; a text put in its own place changes nothing. All else of the text stays as it is.
 */
export function spliceRange(text: string, start: number, end: number, replacement: string): string {
  const original = text.slice(start, end);
  return text.slice(0, start) + fitReplacement(text, start, original, replacement) + text.slice(end);
}

function fitReplacement(text: string, start: number, original: string, replacement: string): string {
  if (replacement === original) return original;
  const plain = replacement.replaceAll('\r\n', '\n');
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const placed = reindent({ original: original.replaceAll('\r\n', '\n'), replacement: plain, before });
  const framed = keepFrame(original.replaceAll('\r\n', '\n'), placed);
  return usesCarriageReturns(text) ? framed.replaceAll('\n', '\r\n') : framed;
}

/** The blank lines before the original and the white space after it. */
function keepFrame(original: string, placed: string): string {
  const leading = /^(?:[ \t]*\n)*/u.exec(original)?.[0] ?? '';
  const trailing = /\s*$/u.exec(original.slice(leading.length))?.[0] ?? '';
  const body = placed.replace(/^(?:[ \t]*\n)+/u, '').replace(/\s+$/u, '');
  return body === '' ? '' : leading + body + trailing;
}

function usesCarriageReturns(text: string): boolean {
  const newline = text.indexOf('\n');
  return newline > 0 && text.charAt(newline - 1) === '\r';
}
