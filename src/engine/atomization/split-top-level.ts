const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** Splits text at a separator that stands outside of all brackets and quotes. Arrows (`=>`, `->`) are no brackets. */
export function splitTopLevel(text: string, separator: string): string[] {
  const parts: string[] = [];
  const open: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"' || character === "'" || character === '`') at = endOfQuote(text, at);
    else if (closers[character] !== undefined) open.push(closers[character] ?? '');
    else if (character === open.at(-1) && !isArrow(text, at)) open.pop();
    else if (character === separator && open.length === 0 && isSeparator(text, at)) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

function endOfQuote(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === quote) return at;
  }
  return start;
}

function isArrow(text: string, at: number): boolean {
  return text.charAt(at) === '>' && (text.charAt(at - 1) === '=' || text.charAt(at - 1) === '-');
}

/** `=` separates only where it is no part of `=>`, `==`, `<=`, `>=`, `!=`. */
function isSeparator(text: string, at: number): boolean {
  if (text.charAt(at) !== '=') return true;
  return !/[=>]/u.test(text.charAt(at + 1)) && !/[=<>!]/u.test(text.charAt(at - 1));
}
