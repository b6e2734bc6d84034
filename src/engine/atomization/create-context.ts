import type { Atom } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import { outerSpan } from '#domain/atom/outer-span.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { SymbolFacts } from '#domain/atom/symbol-facts.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { createMeasureCompleteness, type Completeness } from '#domain/build/measure-completeness.ts';
import type { ContextSection } from '#domain/build/pack-context.ts';
import { directUsers, nearestNeeds } from '#engine/atomization/nearest-needs.ts';
import { createPacker } from '#engine/atomization/create-packer.ts';
import { testsMentioning } from '#engine/atomization/tests-mentioning.ts';

export interface ContextRequest {
  readonly files: readonly SourceFile[];
  readonly fileAtoms: readonly FileAtoms[];
  /** The graph by symbol. */
  readonly graph: DependencyGraph;
  /** The id of the atom. */
  readonly atom: string;
  /** The most tokens that all sections together may take (a token is about 3.5 characters). */
  readonly budget: number;
}

export interface AtomContext {
  readonly sections: readonly ContextSection[];
  /** Tokens that the sections take. */
  readonly tokens: number;
  readonly completeness: Completeness;
}

/** The share of the budget that the atom's surroundings may take where a narrower view would do. */
const mostForPlace = 0.6;

/** The marks around the atom in its surroundings. */
export const atomMarks = { start: '⟦ATOM BEGINS⟧', end: '⟦ATOM ENDS⟧' } as const;

/**
 * What a model must see to write one atom anew: the atom marked in its symbol or file, the signatures (small symbols:
 * the whole text) of what its symbol needs, nearest first, the tests that mention it, and who uses it. Sections that would not fit the
 * budget are left out whole, so nothing is cut inside a syntax node. An unknown atom has no sections.
 */
export function createContext({ files, fileAtoms, graph, atom: id, budget }: ContextRequest): AtomContext {
  const owner = fileAtoms.find(({ atoms }) => atoms.some((each) => each.id === id));
  const atom = owner?.atoms.find((each) => each.id === id);
  const file = files.find((each) => each.path === owner?.file);
  if (owner === undefined || atom === undefined || file === undefined)
    return { sections: [], tokens: 0, completeness: { resolved: 0, all: 0, missing: [] } };
  const packer = createPacker(budget);
  const places = surroundings(file, owner, atom);
  // A long file leaves room for what the atom needs: then only its symbol is shown.
  if (!places.some((place) => packer.costOf(place) <= budget * mostForPlace && packer.add(place)))
    places.some((place) => packer.add(place));
  const symbols = new Map(fileAtoms.flatMap((each) => each.symbols.map((symbol) => [symbol.id, symbol])));
  const texts = new Map(files.map((each) => [each.path, each.text]));
  for (const need of nearestNeeds(graph, atom.symbol)) addSymbol(packer.add, symbols.get(need), texts);
  const name = symbols.get(atom.symbol)?.name ?? atom.name;
  for (const section of testsMentioning(files, fileAtoms, name)) packer.add(section);
  for (const user of directUsers(graph, atom.symbol)) addSymbol(packer.add, symbols.get(user), texts, 'uses it: ');
  return {
    sections: packer.sections(),
    tokens: packer.tokens(),
    completeness: createMeasureCompleteness(graph)(owner, atom),
  };
}

/** The atom's place, from the widest view to the narrowest: the file, its symbol, itself. */
function surroundings(file: SourceFile, owner: FileAtoms, atom: Atom): ContextSection[] {
  const [start, end] = outerSpan(atom, owner.atoms);
  const symbol = owner.symbols.find((each) => each.id === atom.symbol);
  const marked = (from: number, to: number): string =>
    file.text.slice(from, start) +
    atomMarks.start +
    file.text.slice(start, end) +
    atomMarks.end +
    file.text.slice(end, to);
  const inSymbol = symbol !== undefined && symbol.start <= start && symbol.end >= end - 2;
  return [
    { title: `${file.path}, the part to write is marked`, text: marked(0, file.text.length) },
    ...(inSymbol
      ? [
          {
            title: `${atom.symbol} in ${file.path}, the part to write is marked`,
            text: marked(Math.min(symbol.start, start), Math.max(symbol.end, end)),
          },
        ]
      : []),
    { title: `the part to write in ${file.path}`, text: marked(start, end) },
  ];
}

/** Symbols shorter than this are shown whole. */
const smallSymbol = 600;

function addSymbol(
  add: (section: ContextSection) => boolean,
  symbol: SymbolFacts | undefined,
  texts: ReadonlyMap<string, string>,
  before = '',
): void {
  if (symbol === undefined || symbol.kind === 'module') return;
  const text = texts.get(symbol.file)?.slice(symbol.start, symbol.end) ?? '';
  const title = `${before}${symbol.id} (${symbol.file})`;
  if (text.length <= smallSymbol && add({ title, text })) return;
  add({ title, text: symbol.signature });
}
