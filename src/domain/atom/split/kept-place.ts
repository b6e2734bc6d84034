import { firstFrom } from '#domain/atom/names/first-from.ts';
import type { NameTable } from '#domain/atom/names/name-table.ts';
import type { Range } from '#domain/atom/split/atom-draft.ts';
import type { SymbolTable } from '#domain/atom/symbols/symbol-table.ts';

/** Nodes and text that an edit left, where they stand now. */
export interface KeptPlace {
  readonly from: number;
  readonly to: number;
  readonly span: Range;
  readonly nodeShift: number;
  readonly textShift: number;
}

/** The number that each symbol of a place has now, by the one it had; null when other symbols stand there. */
export function sameSymbols(
  earlier: SymbolTable,
  symbols: SymbolTable,
  { from, to, nodeShift }: KeptPlace,
): ReadonlyMap<number, number> | null {
  const now = symbols.places;
  const before = earlier.places;
  const same = new Map([[0, 0]]);
  let index = firstFrom(now.nodes, from);
  let indexBefore = firstFrom(before.nodes, from - nodeShift);
  for (; (now.nodes[index] ?? to) < to; index += 1, indexBefore += 1) {
    const symbol = now.symbols[index] ?? -1;
    const symbolBefore = before.symbols[indexBefore] ?? -1;
    if ((before.nodes[indexBefore] ?? -1) + nodeShift !== now.nodes[index]) return null;
    if (kindOf(symbols, symbol) !== kindOf(earlier, symbolBefore)) return null;
    same.set(symbolBefore, symbol);
  }
  return (before.nodes[indexBefore] ?? Infinity) < to - nodeShift ? null : same;
}

function kindOf({ symbols }: SymbolTable, symbol: number): string | undefined {
  return symbols[symbol]?.facts.kind;
}

/** Whether the names of a place mean something of the file where they did before: groups are cut where few of those cross. */
export function areBoundAlike(before: NameTable, now: NameTable, { from, to, nodeShift }: KeptPlace): boolean {
  let use = firstFrom(now.nodes, from);
  let same = firstFrom(before.nodes, from - nodeShift);
  for (; (now.nodes[use] ?? Infinity) < to; use += 1, same += 1)
    if ((now.bound[use] ?? -1) < 0 !== (before.bound[same] ?? -1) < 0) return false;
  return true;
}
