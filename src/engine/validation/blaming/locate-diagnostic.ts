import type { BatchFacts } from '#engine/validation/batch-facts.ts';
import type { CandidateTree, OriginalPlace } from '#engine/validation/running/candidate-tree.ts';
import type { Diagnostic } from '#engine/validation/toolchain.ts';

/** Whose fault a diagnostic is: a live candidate symbol and, when the place is inside one, its atom. */
export interface DiagnosticOwner {
  readonly symbol: string;
  readonly atom: string | null;
}

export interface LocateQuestion {
  readonly facts: BatchFacts;
  readonly tree: CandidateTree;
  /** Whether the symbol's own text stands in the tree and is judged in this batch. */
  readonly isLive: (symbol: string) => boolean;
}

/**
 * The candidates that a diagnostic speaks against: the owner of the place; else, for a syntax error, the last candidate
 * before it (an unclosed bracket is noticed later than it is made); else the candidates that the line or message names.
 */
export function locateDiagnostic(diagnostic: Diagnostic, { facts, tree, isLive }: LocateQuestion): DiagnosticOwner[] {
  const place = tree.place(diagnostic.file, diagnostic.line, diagnostic.column);
  const atom = facts
    .atomsIn(place.file)
    .find((one) => one.ranges.some(([start, end]) => start <= place.offset && place.offset < end));
  if (atom !== undefined && isLive(atom.symbol)) return [{ symbol: atom.symbol, atom: atom.id }];
  const inside = facts
    .symbolsIn(place.file)
    .find(({ id, stub }) => stub !== null && stub.start <= place.offset && place.offset < stub.end && isLive(id));
  if (inside !== undefined) return [{ symbol: inside.id, atom: null }];
  if (diagnostic.check === 'syntax') return lastBefore(place, facts, isLive);
  return namedCandidates(diagnostic, place, { facts, tree, isLive });
}

function lastBefore(place: OriginalPlace, facts: BatchFacts, isLive: (symbol: string) => boolean): DiagnosticOwner[] {
  const before = facts
    .atomsIn(place.file)
    .filter((atom) => isLive(atom.symbol) && (atom.ranges[0]?.[0] ?? Infinity) <= place.offset);
  const last = before.toSorted((left, right) => (left.ranges[0]?.[0] ?? 0) - (right.ranges[0]?.[0] ?? 0)).at(-1);
  return last === undefined ? [] : [{ symbol: last.symbol, atom: last.id }];
}

function namedCandidates(
  diagnostic: Diagnostic,
  place: OriginalPlace,
  { facts, tree, isLive }: LocateQuestion,
): DiagnosticOwner[] {
  const line = tree.original(place.file).split('\n')[place.line - 1] ?? '';
  const words = new Set(`${line} ${diagnostic.message}`.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu));
  // A symbol of the highest level that is named is the newest of them: what stood before type-checked with the rest.
  const named = facts.candidates.filter((symbol) => isLive(symbol.id) && words.has(symbol.id.split('.').at(-1) ?? ''));
  const newest = Math.max(...named.map((symbol) => symbol.level));
  return named.filter((symbol) => symbol.level === newest).map((symbol) => ({ symbol: symbol.id, atom: null }));
}
