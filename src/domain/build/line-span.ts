/** First and last line (from 1) of the text `[start, end)`; blank lines at its ends are left out. */
export function lineSpan(text: string, start: number, end: number): { startLine: number; endLine: number } {
  const body = text.slice(start, end);
  const from = start + (body.length - body.trimStart().length);
  const to = end - (body.length - body.trimEnd().length);
  const startLine = lineOf(text, Math.min(from, end));
  return { startLine, endLine: Math.max(startLine, lineOf(text, Math.max(from, to - 1))) };
}

function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
