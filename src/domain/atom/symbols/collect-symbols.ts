import type { Earlier } from '#domain/atom/kept-parts.ts';
import type { Definition } from '#domain/atom/symbols/definition.ts';
import { describeSymbol } from '#domain/atom/symbols/describe-symbol.ts';
import { findDefinitions, type Found } from '#domain/atom/symbols/find-definitions.ts';
import { moduleId } from '#domain/atom/symbols/module-id.ts';
import { moduleSymbol } from '#domain/atom/symbols/module-symbol.ts';
import { moduleStub } from '#domain/atom/symbols/module-stub.ts';
import type { FoundSymbol, SymbolTable } from '#domain/atom/symbols/symbol-table.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { kindName } from '#domain/atom/tree-navigation.ts';

interface Collection {
  readonly tree: SyntaxTree;
  readonly symbols: FoundSymbol[];
  readonly byNode: Map<number, number>;
  readonly byValue: Map<number, number>;
  readonly taken: Map<string, number>;
  readonly exported: ReadonlySet<string>;
}

/** Finds the symbols of a file: top-level definitions, also inside top-level `if` and `try`, and the methods of classes. */
export function collectSymbols(tree: SyntaxTree, root = '', earlier: Earlier<SymbolTable> | null = null): SymbolTable {
  const id = moduleId(tree.path, root);
  const exported = new Set(tree.grammar.rules.exportAliases(tree).values());
  const collection: Collection = {
    tree,
    exported,
    symbols: [],
    byNode: new Map(),
    byValue: new Map(),
    taken: new Map(),
  };
  collection.symbols.push(moduleSymbol(tree, id));
  const definitions = findDefinitions(tree, earlier);
  for (const found of definitions) add(collection, found, 0);
  const [module, ...others] = collection.symbols;
  const { symbols, byNode, byValue } = collection;
  const table = { symbols, byNode, byValue, places: placesOf(byNode), definitions };
  if (module === undefined) return table;
  const stub = moduleStub(tree, table, id);
  return { ...table, symbols: [{ ...module, facts: { ...module.facts, stub } }, ...others] };
}

function add(collection: Collection, found: Found, around: number): void {
  const { definition: given, signature, members } = found;
  const { tree, symbols, exported } = collection;
  const holder = `${symbols[around]?.facts.id ?? ''}${given.owner === undefined ? '' : `.${given.owner}`}`;
  const owner = given.owner === undefined ? around : (collection.taken.get(holder) ?? around);
  const inClass = symbols[owner]?.facts.kind === 'class';
  const definition: Definition = inClass && given.kind === 'function' ? { ...given, kind: 'method' } : given;
  const base = `${holder}.${definition.name}`;
  const earlier = collection.taken.get(base);
  const isOverload = kindName(tree, symbols[earlier ?? -1]?.definition?.value ?? 0) === 'function_signature';
  const isReassignment = earlier !== undefined && definition.kind === 'declaration' && !isOverload;
  if (isReassignment) return;
  const index = isOverload && earlier !== undefined ? earlier : symbols.length;
  const id = earlier === undefined || isOverload ? base : uniqueId(collection, base);
  collection.taken.set(id, index);
  symbols[index] = {
    facts: describeSymbol(tree, definition, { id, owner: symbols[owner], exported, signature }),
    definition,
    owner,
  };
  if (!collection.byNode.has(definition.node)) collection.byNode.set(definition.node, index);
  collection.byValue.set(definition.value, index);
  for (const member of members) add(collection, member, index);
}

function uniqueId(collection: Collection, base: string): string {
  let count = 2;
  while (collection.taken.has(`${base}#${count}`)) count += 1;
  return `${base}#${count}`;
}

function placesOf(byNode: ReadonlyMap<number, number>): SymbolTable['places'] {
  const nodes = Int32Array.from(byNode.keys()).sort();
  return { nodes, symbols: Array.from(nodes, (node) => byNode.get(node) ?? -1) };
}
