import { moveNode, type Earlier } from '#domain/atom/kept-parts.ts';
import type { Occurrences } from '#domain/atom/names/find-occurrences.ts';
import { firstFrom } from '#domain/atom/names/first-from.ts';
import { noNames, type NameTable, type Scope } from '#domain/atom/names/name-table.ts';

/** Adds the names and scopes of what an edit kept; what stands between is to be added between the two calls. */
export interface KeptOccurrences {
  head(): void;
  tail(): void;
}

export function keepOccurrences(found: Occurrences, { known, kept }: Earlier<NameTable>): KeptOccurrences {
  const tailBefore = kept.tailNodes - kept.nodeShift;
  const add = (use: number, scopeShift: number): void => {
    const scope = known.scopeOf[use] ?? 0;
    found.nodes.push(moveNode(kept, known.nodes[use] ?? 0));
    found.uses.push(known.uses[use] ?? 0);
    found.texts.push(known.texts[use] ?? '');
    found.scopeOf.push(scope === 0 ? 0 : scope + scopeShift);
  };
  const addScope = ({ node, parent, hidden, isFunction }: Scope, scopeShift: number): void => {
    found.scopes.push({
      node: moveNode(kept, node),
      parent: parent <= 0 ? parent : parent + scopeShift,
      names: noNames,
      hidden,
      isFunction,
      outer: noNames,
    });
  };
  return {
    head() {
      for (const scope of known.scopes) if (scope.node < kept.headNodes) addScope(scope, 0);
      for (let use = 0; (known.nodes[use] ?? Infinity) < kept.headNodes; use += 1) add(use, 0);
    },
    tail() {
      const first = known.scopes.findIndex(({ node }) => node >= tailBefore);
      const scopes = first < 0 ? [] : known.scopes.slice(first);
      const scopeShift = found.scopes.length - first;
      for (const scope of scopes) addScope(scope, scopeShift);
      for (let use = firstFrom(known.nodes, tailBefore); use < known.nodes.length; use += 1) add(use, scopeShift);
    },
  };
}
