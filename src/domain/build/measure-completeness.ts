import type { Atom } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';

/** How much of what an atom refers to is known: locals, imports, members of known types, builtins. */
export interface Completeness {
  readonly resolved: number;
  readonly all: number;
  readonly missing: readonly string[];
}

/** Counts the references of an atom of a file. */
export type MeasureCompleteness = (owner: FileAtoms, atom: Atom) => Completeness;

/** References that the graph lists as unresolved for an atom, or for its symbol, are missing. */
export function createMeasureCompleteness(graph: DependencyGraph): MeasureCompleteness {
  const unresolved = new Map<string, Set<string>>();
  for (const { from, name } of graph.unresolved) {
    const known = unresolved.get(from);
    if (known === undefined) unresolved.set(from, new Set([name]));
    else known.add(name);
  }
  return (owner, atom) => {
    const references = new Set([...atom.reads, ...atom.calls, ...atom.types]);
    const isMissed = (name: string): boolean =>
      [atom.id, atom.symbol].some((holder) => unresolved.get(holder)?.has(name) === true);
    const missed = [...references].filter(isMissed);
    const imported = missed.length === 0 ? new Set<string>() : importedBy(owner);
    const missing = missed.filter((name) => {
      const head = headOf(name);
      return head === null || imported.has(head) || isMissed(head);
    });
    return { resolved: references.size - missing.length, all: references.size, missing: missing.toSorted() };
  };
}

function importedBy({ atoms }: FileAtoms): Set<string> {
  return new Set(atoms.filter(({ kind }) => kind === 'imports').flatMap(({ writes }) => writes));
}

/**
 * What a member is of: null for a name alone. A member of a value that stands there counts as known, for the value is in the
 * context and its type is the type checker's; what an import is said to have must be found.
 */
function headOf(name: string): string | null {
  const dot = name.indexOf('.');
  return dot < 0 ? null : name.slice(0, dot);
}
