import { moduleName, symbolPath } from '#domain/build/symbol-path.ts';

/** A symbol as a commit message names it. */
export interface NamedSymbol {
  readonly id: string;
  readonly file: string;
}

const SUBJECT_LIMIT = 72;
const TRAILER_LINE = 72;
const TRAILER_LIMIT = 1500;

/** The module that most of the symbols belong to; null when no module holds at least half of them. */
export function scopeOf(symbols: readonly NamedSymbol[]): string | null {
  const counts = new Map<string, number>();
  for (const { file } of symbols) counts.set(moduleName(file), (counts.get(moduleName(file)) ?? 0) + 1);
  const [top] = [...counts].toSorted(([, left], [, right]) => right - left);
  return top !== undefined && top[1] * 2 >= symbols.length ? top[0] : null;
}

/** `feat(money): level 2 — splitByShares, allocate and 4 more (6 atoms)`, within 72 characters. */
export function subjectLine(prefix: string, names: readonly string[], suffix: string): string {
  for (let shown = names.length; shown > 0; shown -= 1) {
    const more = names.length - shown;
    const line = `${prefix}${names.slice(0, shown).join(', ')}${more === 0 ? '' : ` and ${more} more`}${suffix}`;
    if (line.length <= SUBJECT_LIMIT) return line;
  }
  return `${prefix}${names.length === 1 ? (names[0] ?? '') : `${names.length} symbols`}${suffix}`;
}

/** `- src/money/split.ts: splitByShares, allocate`, a line for each file. */
export function listByFile(symbols: readonly NamedSymbol[]): string[] {
  const files = new Map<string, string[]>();
  for (const symbol of symbols) files.set(symbol.file, [...(files.get(symbol.file) ?? []), symbolPath(symbol)]);
  return [...files]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([file, names]) => fold(`- ${file}: `, names));
}

/** A trailer whose value is a list, folded as git does (the next lines begin with a space); a very long one ends in a count. */
export function listTrailer(name: string, values: readonly string[]): string {
  const kept: string[] = [];
  let length = 0;
  for (const value of values) {
    length += value.length + 2;
    if (length > TRAILER_LIMIT) break;
    kept.push(value);
  }
  const left = values.length - kept.length;
  return fold(`${name}: `, left === 0 ? kept : [...kept, `and ${left} more`]).join('\n');
}

function fold(start: string, words: readonly string[]): string[] {
  const lines: string[] = [];
  let line = start;
  words.forEach((word, index) => {
    const piece = index === words.length - 1 ? word : `${word},`;
    const longer = line === start || line === '  ' ? line + piece : `${line} ${piece}`;
    if (longer.length > TRAILER_LINE && line !== start) {
      lines.push(line);
      line = `  ${piece}`;
    } else line = longer;
  });
  return [...lines, line.trimEnd()];
}
