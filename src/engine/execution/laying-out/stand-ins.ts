import type { ProjectAtom, ProjectSymbol } from '#domain/build/project.ts';

/**
 * Neighbouring small declarations may share one atom, and an atom belongs to one symbol. A symbol without an atom of its
 * own is stood for by the symbol whose atom holds its text. Answers symbol → the symbol that stands for it (itself mostly);
 * a symbol whose text lies in no atom with code is left out.
 */
export function standIns(symbols: readonly ProjectSymbol[], atoms: readonly ProjectAtom[]): Map<string, string> {
  const owners = new Set(atoms.filter((atom) => atom.loc > 0).map((atom) => atom.symbol));
  const found = new Map<string, string>();
  for (const symbol of symbols) {
    if (owners.has(symbol.id)) found.set(symbol.id, symbol.id);
    else {
      const owner = symbol.kind === 'module' ? undefined : holderOf(symbol, atoms);
      if (owner !== undefined) found.set(symbol.id, owner);
    }
  }
  return found;
}

function holderOf(symbol: ProjectSymbol, atoms: readonly ProjectAtom[]): string | undefined {
  const holds = (atom: ProjectAtom): boolean =>
    atom.file === symbol.file &&
    atom.loc > 0 &&
    atom.ranges.some(([start, end]) => start < symbol.end && end > symbol.start);
  return atoms.find((atom) => atom.symbol !== symbol.id && holds(atom))?.symbol;
}
