import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { NameTable } from '#domain/atom/names/name-table.ts';
import { isReading, isWriting } from '#domain/atom/names/use-sort.ts';
import { nameUse } from '#domain/atom/name-use.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { startOf } from '#domain/atom/tree-navigation.ts';
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
  const { kind, count, grammar } = tree;
  for (let node = 0; node < count; node += 1) {
    if (((grammar.flags[kind[node] ?? 0] ?? 0) & kindFlags.call) === 0) continue;
    const name = calleeName(tree, node);
    if (name !== null) facts[atomAt(startOf(tree, node))]?.calls.add(name);
  }
  return facts;
}

function addNames(names: NameTable, facts: readonly AtomFacts[], atoms: Int32Array): void {
  const users = createOwners(names.bindings.length);
  const writers = createOwners(names.bindings.length);
  for (let index = 0; index < atoms.length; index += 1) {
    const binding = names.bound[index] ?? -1;
    users.add(binding, atoms[index] ?? 0);
    if (isWriting(names.uses[index] ?? 0)) writers.add(binding, atoms[index] ?? 0);
  }
  for (let index = 0; index < atoms.length; index += 1) {
    const use = names.uses[index] ?? 0;
    const binding = names.bound[index] ?? -1;
    const atom = atoms[index] ?? 0;
    const text = names.texts[index] ?? '';
    const own = facts[atom];
    if (own === undefined) continue;
    const isForeign = binding >= 0 && !writers.isOnly(binding, atom);
    if (use === nameUse.type && (isForeign || binding < 0)) own.types.add(text);
    else if (isReading(use) && isForeign) own.reads.add(text);
    const isGlobal = names.bindings[binding]?.scope === 0;
    if (isWriting(use) && (isGlobal || (binding >= 0 && users.isShared(binding)))) own.writes.add(text);
  }
}

/** For each binding the atoms that have to do with it, as far as anybody asks: none, one, or several. */
interface Owners {
  add(binding: number, atom: number): void;
  isOnly(binding: number, atom: number): boolean;
  isShared(binding: number): boolean;
}

const several = -2;

function createOwners(count: number): Owners {
  const owner = new Int32Array(count).fill(-1);
  return {
    add(binding, atom) {
      const known = owner[binding];
      if (known === -1) owner[binding] = atom;
      else if (known !== undefined && known !== atom) owner[binding] = several;
    },
    isOnly: (binding, atom) => owner[binding] === atom,
    isShared: (binding) => owner[binding] === several,
  };
}
