interface Placing {
  readonly original: string;
  readonly replacement: string;
  /** What stands before the place on its line. */
  readonly before: string;
}

/** Moves a replacement's lines to the indentation of its place; their indentation against each other is kept. */
export function reindent({ original, replacement, before }: Placing): string {
  const lines = trimBlankStart(replacement).split('\n');
  const given = indentOf(lines[0] ?? '');
  const place = placeIndent(original, before);
  if (before === '') return moveLines(lines, given, place).join('\n');
  const [first = '', ...rest] = lines;
  const isKept = given === '' && isPlaced(rest, original, place);
  return [first.trimStart(), ...(isKept ? rest : moveLines(rest, given, place))].join('\n');
}

/** The indentation of the place: of its first own line when it begins a line, else of the line it stands in. */
function placeIndent(original: string, before: string): string {
  const own = indentOf(firstLine(original));
  return before === '' ? own : indentOf(before) + (before.trim() === '' ? own : '');
}

/** Whether lines after the first are already where they belong: compared with the original's, or by their closing bracket. */
function isPlaced(rest: readonly string[], original: string, place: string): boolean {
  const least = leastIndent(rest);
  if (place === '' || least === null || least < place.length) return place === '';
  const before = leastIndent(original.split('\n').slice(1));
  if (before !== null) return Math.abs(least - before) <= Math.abs(least + place.length - before);
  const last = rest.findLast((line) => line.trim() !== '') ?? '';
  return indentOf(last).length === place.length && /^[)\]}]/u.test(last.trim());
}

function moveLines(lines: readonly string[], from: string, to: string): string[] {
  if (from === to) return [...lines];
  return lines.map((line) => {
    if (line.trim() === '') return line.trim();
    return line.startsWith(from) ? to + line.slice(from.length) : to + line.trimStart();
  });
}

function trimBlankStart(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/u, '');
}

function firstLine(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? '';
}

function leastIndent(lines: readonly string[]): number | null {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => indentOf(line).length);
  return indents.length === 0 ? null : Math.min(...indents);
}

function indentOf(line: string): string {
  return /^[ \t]*/u.exec(line)?.[0] ?? '';
}
