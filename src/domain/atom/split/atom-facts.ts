import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { NameTable } from '#domain/atom/names/name-table.ts';
import { isReading, isWriting } from '#domain/atom/names/use-sort.ts';
import { nameUse } from '#domain/atom/name-use.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { hasFlag, startOf } from '#domain/atom/tree-navigation.ts';
import type { AtomDraft } from '#domain/atom/split/atom-draft.ts';
import { calleeName } from '#domain/atom/split/callee-name.ts';
import { createAtomLocator } from '#domain/atom/split/create-atom-locator.ts';

export interface AtomFacts {
  readonly reads: Set<string>;
  readonly writes: Set<string>;
  readonly calls: Set<string>;
  readonly types: Set<string>;
}

/** For each draft: names it needs from other atoms and gives to them, what it calls, the types it names. */
export function collectAtomFacts(tree: SyntaxTree, names: NameTable, drafts: readonly AtomDraft[]): AtomFacts[] {
  const facts = drafts.map((): AtomFacts => ({
    reads: new Set(),
    writes: new Set(),
    calls: new Set(),
    types: new Set(),
  }));
  const atomAt = createAtomLocator(drafts);
  addNames(
    names,
    facts,
    names.nodes.map((node) => atomAt(startOf(tree, node))),
  );
  for (let node = 0; node < tree.count; node += 1) {
    if (!hasFlag(tree, node, kindFlags.call)) continue;
    const name = calleeName(tree, node);
    if (name !== null) facts[atomAt(startOf(tree, node))]?.calls.add(name);
  }
  return facts;
}

function addNames(names: NameTable, facts: readonly AtomFacts[], atoms: readonly number[]): void {
  const users = names.bindings.map(() => new Set<number>());
  const writers = names.bindings.map(() => new Set<number>());
  names.nodes.forEach((_, index) => {
    const binding = names.bound[index] ?? -1;
    const atom = atoms[index] ?? 0;
    users[binding]?.add(atom);
    if (isWriting(names.uses[index] ?? 0)) writers[binding]?.add(atom);
  });
  names.nodes.forEach((_, index) => {
    const use = names.uses[index] ?? 0;
    const binding = names.bound[index] ?? -1;
    const atom = atoms[index] ?? 0;
    const text = names.texts[index] ?? '';
    const own = facts[atom];
    if (own === undefined) return;
    const others = writers[binding];
    const isForeign = others !== undefined && (others.size > 1 || !others.has(atom));
    if (use === nameUse.type && (isForeign || binding < 0)) own.types.add(text);
    else if (isReading(use) && isForeign) own.reads.add(text);
    const isGlobal = names.bindings[binding]?.scope === 0;
    if (isWriting(use) && (isGlobal || (users[binding]?.size ?? 0) > 1)) own.writes.add(text);
  });
}
