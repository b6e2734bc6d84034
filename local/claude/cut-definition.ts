const DEFINITION =
  /^(\s*)(?:export |default |public |private |protected |static |readonly |async |declare |abstract )*(?:function\*? |class |interface |type |const |let |enum |def )?([\w$]+)/u;
const STARTS_COMMENT = /^\s*(?:\/\*\*|\*|\/\/|@)/u;
const CLOSES = /^\s*[)}\]]/u;

/**
 * Cuts the definition of a name out of well-formatted code (TypeScript, JavaScript or Python) by its indentation: with the
 * comment and decorators above it, moved to the margin. Null when the name is not defined.
 */
export function cutDefinition(text: string, name: string): string | null {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => defines(line, name));
  if (first < 0) return null;
  const margin = indentOf(lines[first] ?? '');
  let start = first;
  while (start > 0 && STARTS_COMMENT.test(lines[start - 1] ?? '')) start -= 1;
  const body = lines.slice(first + 1);
  const rest = body.findIndex((line) => line.trim() !== '' && indentOf(line) <= margin && !CLOSES.test(line));
  const closed = body.findIndex((line) => indentOf(line) === margin && /^\s*\}/u.test(line));
  const inner = closed >= 0 && (rest < 0 || closed < rest) ? closed + 1 : rest < 0 ? body.length : rest;
  const cut = lines.slice(start, first + 1 + inner);
  return `${cut
    .map((line) => line.slice(Math.min(margin, indentOf(line))))
    .join('\n')
    .trimEnd()}\n`;
}

/** Whether a line defines the name: in a class only methods stand without a keyword. */
function defines(line: string, name: string): boolean {
  const match = DEFINITION.exec(line);
  if (match?.[2] !== name) return false;
  const after = line.slice(match[0].length);
  const hasKeyword = /\b(?:function\*?|class|interface|type|const|let|enum|def)\s+[\w$]+$/u.test(match[0]);
  return hasKeyword || (/^(?:<[^>]*>)?\(.*\{$/u.test(after) && indentOf(line) > 0);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
