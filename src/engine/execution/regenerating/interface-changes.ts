import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import type { SymbolFacts } from '#domain/atom/symbol-facts.ts';

/** How the symbols of a file and their headers differ from before, in words; empty when they are the same. */
export function interfaceChanges(before: FileAtoms | undefined, after: FileAtoms | undefined): string[] {
  const earlier = new Map(before?.symbols.map((symbol) => [symbol.id, symbol]));
  const later = new Map(after?.symbols.map((symbol) => [symbol.id, symbol]));
  const gone = [...earlier.keys()].filter((id) => !later.has(id)).map((id) => `${id} is gone`);
  const added = [...later.keys()]
    .filter((id) => !earlier.has(id))
    .map((id) => `${id} is new: keep helpers inside the atom`);
  const changed = [...later.values()].flatMap((symbol) => {
    const old = earlier.get(symbol.id);
    return old === undefined || sameHeader(old, symbol)
      ? []
      : [`the header of ${symbol.id} was \`${old.signature}\` and is now \`${symbol.signature}\``];
  });
  return [...gone, ...added, ...changed];
}

/** Declarations may change their value; what others see of their type is the type check's business. */
function sameHeader(old: SymbolFacts, fresh: SymbolFacts): boolean {
  if (old.kind !== fresh.kind || old.exported !== fresh.exported) return false;
  return old.kind === 'declaration' || old.kind === 'module' || plain(old.signature) === plain(fresh.signature);
}

function plain(signature: string): string {
  return signature
    .replaceAll(/\s+/g, '')
    .replaceAll(/,(?=[)\]}>])/g, '')
    .replace(/;$/, '');
}
