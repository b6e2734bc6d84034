import type { Atom } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';

/** How much of what an atom refers to is known: locals, imports, members of known types, builtins. */
export interface Completeness {
  readonly resolved: number;
  readonly all: number;
  readonly missing: readonly string[];
}

/** Counts the references of an atom; those that the graph lists as unresolved for it, or for its symbol, are missing. */
export function measureCompleteness(graph: DependencyGraph, owner: FileAtoms, atom: Atom): Completeness {
  const references = new Set([...atom.reads, ...atom.calls, ...atom.types]);
  const holders = new Set([atom.id, atom.symbol]);
  const unresolved = new Set(graph.unresolved.filter((miss) => holders.has(miss.from)).map((miss) => miss.name));
  const own = new Set(
    owner.atoms.filter((each) => each.symbol === atom.symbol).flatMap((each) => [...each.writes, ...each.reads]),
  );
  const missing = [...references].filter((name) => unresolved.has(name) && !isMemberOfKnown(name, own));
  return { resolved: references.size - missing.length, all: references.size, missing: missing.toSorted() };
}

/** A method of a value that the atom can see: the value is in the context, its type is the type checker's. */
function isMemberOfKnown(name: string, own: ReadonlySet<string>): boolean {
  const dot = name.indexOf('.');
  const head = dot < 0 ? name : name.slice(0, dot);
  return own.has(head) || head === '()' || (dot > 0 && (head === 'this' || head === 'self'));
}
