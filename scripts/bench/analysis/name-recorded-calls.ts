import type { SymbolFacts } from '#domain/atom/symbol-facts.ts';

/**
 * Gives recorded calls (`path:offset path:offset` a line, as `instrument-calls.ts` writes them) the names of the symbols that
 * the functions stand in; functions of other files are left out.
 */
export function nameRecordedCalls(lines: string, symbols: readonly SymbolFacts[]): Record<string, string[]> {
  const byFile = groupByFile(symbols);
  const nameOf = (place: string): string | null => {
    const colon = place.lastIndexOf(':');
    const offset = Number(place.slice(colon + 1));
    const around = (byFile.get(place.slice(0, colon)) ?? []).filter(
      ({ kind, start, end }) => kind === 'module' || (offset >= start && offset < end),
    );
    return around.toSorted((a, b) => size(a) - size(b))[0]?.id ?? null;
  };
  const calls: Record<string, string[]> = {};
  for (const line of lines.split('\n')) {
    const [caller = '', callee = ''] = line.split(' ');
    const [from, to] = [nameOf(caller), nameOf(callee)];
    if (from !== null && to !== null && !callee.endsWith(':-1')) (calls[from] ??= []).push(to);
  }
  return calls;
}

function size({ kind, start, end }: SymbolFacts): number {
  return kind === 'module' ? Infinity : end - start;
}

function groupByFile(symbols: readonly SymbolFacts[]): Map<string, SymbolFacts[]> {
  const groups = new Map<string, SymbolFacts[]>();
  for (const symbol of symbols) groups.set(symbol.file, [...(groups.get(symbol.file) ?? []), symbol]);
  return groups;
}
