import { moveNode, type Earlier } from '#domain/atom/kept-parts.ts';
import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { FileReading } from '#domain/atom/split/atomize-tree.ts';
import { reassignedBindings, sharedBindings } from '#engine/dependencies/project/shared-bindings.ts';
import type { ImportFact } from '#domain/atom/symbols/import-fact.ts';
import type { SymbolTable } from '#domain/atom/symbols/symbol-table.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { afterOf, hasFlag, parentOf } from '#domain/atom/tree-navigation.ts';
import { isWrapped, wrappedNames } from '#engine/dependencies/project/wrapped-names.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';

/** What the graph needs to know of a file, whatever else the project has. */
export function readFile(
  tree: SyntaxTree,
  { names, symbols }: FileReading,
  earlier: Earlier<FileFacts> | null = null,
): FileFacts {
  const imports = collectImports(tree, earlier);
  const nameAt = namesByNode(tree.count, names.nodes);
  return {
    tree,
    names,
    symbols,
    imports,
    topLevel: topLevelOf(tree, symbols),
    wrapped: wrappedNames(tree, symbols, names, nameAt),
    importOf: new Map(imports.toReversed().map((fact) => [fact.local ?? '', fact])),
    inImport: importNodes(tree, imports),
    aliases: tree.grammar.rules.exportAliases(tree),
    shared: sharedBindings(names),
    reassigned: reassignedBindings(names),
    nameAt,
    owners: ownersOf(tree, symbols),
  };
}

/** Imports anywhere in the file: also those inside functions and `try`. */
function collectImports(tree: SyntaxTree, earlier: Earlier<FileFacts> | null): ImportFact[] {
  if (earlier === null) return importsBetween(tree, 1, tree.count);
  const { known, kept } = earlier;
  return [
    ...known.imports.filter(({ node }) => node < kept.headNodes),
    ...importsBetween(tree, kept.headNodes, kept.tailNodes),
    ...known.imports
      .filter(({ node }) => node >= kept.tailNodes - kept.nodeShift)
      .map((fact) => ({ ...fact, node: moveNode(kept, fact.node) })),
  ];
}

function importsBetween(tree: SyntaxTree, from: number, to: number): ImportFact[] {
  const { rules, flags } = tree.grammar;
  const imports: ImportFact[] = [];
  for (let node = from; node < to; node += 1) {
    const isNamed = ((flags[tree.kind[node] ?? 0] ?? 0) & kindFlags.named) !== 0;
    if (isNamed && hasFlag(tree, parentOf(tree, node), kindFlags.block)) imports.push(...rules.importsAt(tree, node));
  }
  return imports;
}

function topLevelOf(tree: SyntaxTree, { symbols }: SymbolTable): Map<string, number> {
  const names = new Map<string, number>();
  symbols.forEach((symbol, index) => {
    const { facts, owner } = symbol;
    if (index > 0 && owner === 0 && !names.has(facts.name) && !isWrapped(tree, symbol)) names.set(facts.name, index);
  });
  return names;
}

function importNodes(tree: SyntaxTree, imports: readonly ImportFact[]): Uint8Array {
  const inside = new Uint8Array(tree.count);
  for (const { node } of imports) inside.fill(1, node + 1, afterOf(tree, node));
  return inside;
}

/** For each node the symbol whose code it is: decorators belong to the code around the definition. */
function ownersOf(tree: SyntaxTree, { symbols }: SymbolTable): Int32Array {
  const owners = new Int32Array(tree.count);
  symbols.forEach(({ definition }, index) => {
    if (definition === null) return;
    const whole = withItsName(tree, definition.value);
    owners.fill(index, whole, afterOf(tree, whole));
  });
  return owners;
}

/** `name: Type = value` belongs to the value; what stands around a definition (`export`, decorators) does not. */
function withItsName(tree: SyntaxTree, value: number): number {
  const parent = parentOf(tree, value);
  return hasFlag(tree, parent, kindFlags.block | kindFlags.wrapper | kindFlags.statement) ? value : parent;
}

/** For each node the index of its name, or -1: asked for so often that a search would show. */
function namesByNode(count: number, nodes: Int32Array): Int32Array {
  const names = new Int32Array(count).fill(-1);
  for (let index = 0; index < nodes.length; index += 1) names[nodes[index] ?? 0] = index;
  return names;
}
