import type { NameTable } from '#domain/atom/names/name-table.ts';
import { isReading, isWriting } from '#domain/atom/names/use-sort.ts';
import { nameUse } from '#domain/atom/name-use.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { startOf } from '#domain/atom/tree-navigation.ts';
import type { PlacedDrafts } from '#domain/atom/split/atom-draft.ts';
import { createNames, type Names } from '#domain/atom/split/create-names.ts';

export interface AtomFacts {
  readonly reads: string[];
  readonly writes: string[];
  readonly types: string[];
}

/** For each draft: names it needs from other atoms and gives to them, the types it names. */
export function collectAtomFacts(tree: SyntaxTree, names: NameTable, { drafts, atomAt }: PlacedDrafts): AtomFacts[] {
  const found = { reads: createNames(), writes: createNames(), types: createNames() };
  addNames(
    names,
    found,
    names.nodes.map((node) => atomAt(startOf(tree, node))),
  );
  const { reads, writes, types } = found;
  return drafts.map((_, atom) => ({ reads: reads.of(atom), writes: writes.of(atom), types: types.of(atom) }));
}

interface NamesOf {
  readonly reads: Names;
  readonly writes: Names;
  readonly types: Names;
}

function addNames(names: NameTable, { reads, writes, types }: NamesOf, atoms: Int32Array): void {
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
    const isForeign = binding >= 0 && !writers.isOnly(binding, atom);
    if (use === nameUse.type && (isForeign || binding < 0)) types.add(atom, text);
    else if (isReading(use) && isForeign) reads.add(atom, text);
    const isGlobal = names.bindings[binding]?.scope === 0;
    if (isWriting(use) && (isGlobal || (binding >= 0 && users.isShared(binding)))) writes.add(atom, text);
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
