import type { Project, ProjectSymbol } from '#domain/build/project.ts';

export interface Version {
  readonly project: Project;
  /** Path → text. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Symbols of the later version whose own text (without the symbols inside them, white space aside) is another than before. */
export function changedSymbols(before: Version, after: Version): string[] {
  const earlier = ownTexts(before);
  const later = ownTexts(after);
  return [...later].filter(([id, text]) => earlier.get(id) !== text).map(([id]) => id);
}

function ownTexts(version: Version): Map<string, string> {
  const atoms = new Map<string, [number, number][]>();
  for (const atom of version.project.atoms) atoms.set(atom.symbol, [...(atoms.get(atom.symbol) ?? []), ...atom.ranges]);
  return new Map(
    version.project.symbols.map((symbol) => [symbol.id, textOf(symbol, atoms.get(symbol.id), version.texts)]),
  );
}

function textOf(
  symbol: ProjectSymbol,
  ranges: [number, number][] | undefined,
  texts: ReadonlyMap<string, string>,
): string {
  const text = texts.get(symbol.file) ?? '';
  const places: [number, number][] = ranges ?? [[symbol.start, symbol.end]];
  return places
    .toSorted(([left], [right]) => left - right)
    .map(([start, end]) => text.slice(start, end))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
