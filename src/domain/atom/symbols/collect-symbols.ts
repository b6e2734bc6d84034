import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { Definition } from '#domain/atom/symbols/definition.ts';
import { describeSymbol } from '#domain/atom/symbols/describe-symbol.ts';
import { moduleId } from '#domain/atom/symbols/module-id.ts';
import { moduleSymbol } from '#domain/atom/symbols/module-symbol.ts';
import { moduleStub } from '#domain/atom/symbols/module-stub.ts';
import type { FoundSymbol, SymbolTable } from '#domain/atom/symbols/symbol-table.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { afterOf, hasFlag, kindName, parentOf, partsOf } from '#domain/atom/tree-navigation.ts';

interface Collection {
  readonly tree: SyntaxTree;
  readonly symbols: FoundSymbol[];
  readonly byNode: Map<number, number>;
  readonly byValue: Map<number, number>;
  readonly taken: Map<string, number>;
  readonly exported: ReadonlySet<string>;
}

/** Finds the symbols of a file: top-level definitions, also inside top-level `if` and `try`, and the methods of classes. */
export function collectSymbols(tree: SyntaxTree, root = ''): SymbolTable {
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
  for (const statement of partsOf(tree, 0)) collectStatement(collection, statement);
  return withModuleStub(collection);
}

function withModuleStub(collection: Collection): SymbolTable {
  const [module, ...others] = collection.symbols;
  const table = { symbols: collection.symbols, byNode: collection.byNode, byValue: collection.byValue };
  if (module === undefined) return table;
  const stub = moduleStub(collection.tree, table, module.facts.id);
  return { ...table, symbols: [{ ...module, facts: { ...module.facts, stub } }, ...others] };
}

function collectStatement(collection: Collection, statement: number): void {
  const definitions = collection.tree.grammar.rules.definitionsAt(collection.tree, statement);
  for (const definition of definitions) add(collection, definition, 0);
  if (definitions.length === 0) collectNested(collection, statement);
}

/** Functions and classes in the blocks of a top-level compound statement (`if`, `try`), but not in functions there. */
function collectNested(collection: Collection, statement: number): void {
  const { tree } = collection;
  for (let node = statement + 1; node < afterOf(tree, statement);) {
    const inBlock = hasFlag(tree, parentOf(tree, node), kindFlags.block) && hasFlag(tree, node, kindFlags.named);
    const found = inBlock ? tree.grammar.rules.definitionsAt(tree, node) : [];
    const definitions = found.filter((definition) => definition.kind === 'function' || definition.kind === 'class');
    for (const definition of definitions) add(collection, definition, 0);
    const skips = definitions.length > 0 || hasFlag(tree, node, kindFlags.function | kindFlags.class);
    node = skips ? afterOf(tree, node) : node + 1;
  }
}

function add(collection: Collection, given: Definition, around: number): void {
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
    facts: describeSymbol(tree, definition, { id, owner: symbols[owner], exported }),
    definition,
    owner,
  };
  if (!collection.byNode.has(definition.node)) collection.byNode.set(definition.node, index);
  collection.byValue.set(definition.value, index);
  if (definition.kind === 'class') collectMembers(collection, definition.body, index);
}

function uniqueId(collection: Collection, base: string): string {
  let count = 2;
  while (collection.taken.has(`${base}#${count}`)) count += 1;
  return `${base}#${count}`;
}

function collectMembers(collection: Collection, body: number, owner: number): void {
  if (body < 0) return;
  for (const member of partsOf(collection.tree, body)) {
    const definitions = collection.tree.grammar.rules.definitionsAt(collection.tree, member);
    for (const definition of definitions) if (definition.kind !== 'declaration') add(collection, definition, owner);
  }
}
