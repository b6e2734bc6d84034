import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { SymbolTable } from '#domain/atom/symbols/symbol-table.ts';
import type { Stub } from '#domain/atom/symbol-facts.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import {
  afterOf,
  childInField,
  endOf,
  hasFlag,
  kindName,
  partsOf,
  startOf,
  textOf,
} from '#domain/atom/tree-navigation.ts';

/**
 * The stub of a module's own top-level code: a comment line in place of its one run of effectful statements (`main();`).
 * Null when there is none, or when effects stand in several places: then nothing can be taken out cleanly.
 */
export function moduleStub(tree: SyntaxTree, table: SymbolTable, id: string): Stub | null {
  const statements = partsOf(tree, 0);
  const effects = statements.map((statement) => isEffect(tree, table, statement));
  const first = effects.indexOf(true);
  const last = effects.lastIndexOf(true);
  if (first < 0 || effects.slice(first, last).includes(false)) return null;
  const start = startOf(tree, statements[first] ?? 0);
  const end = endOf(tree, statements[last] ?? 0);
  return { start, end, text: `${tree.grammar.rules.lineComment} mge: not generated yet: ${id}` };
}

function isEffect(tree: SyntaxTree, table: SymbolTable, statement: number): boolean {
  if (!hasFlag(tree, statement, kindFlags.effect) || table.byNode.has(statement)) return false;
  const [inner] = partsOf(tree, statement);
  const isDirective = inner !== undefined && hasFlag(tree, inner, kindFlags.string);
  if (isDirective) return false;
  for (const node of table.byNode.keys()) if (node > statement && node < afterOf(tree, statement)) return false;
  return !givesNames(tree, statement) || startsMain(tree, statement);
}

/** Statements that import or assign give names to others and are kept. */
function givesNames(tree: SyntaxTree, statement: number): boolean {
  const { assign } = tree.grammar.rules.expressions;
  for (let node = statement; node < afterOf(tree, statement); node += 1) {
    if (hasFlag(tree, node, kindFlags.import)) return true;
    const target = assign[kindName(tree, node)]?.target;
    const isDeclaration = kindName(tree, node) === 'variable_declarator';
    if (target === undefined || isDeclaration) continue;
    if (hasFlag(tree, childInField(tree, node, target), kindFlags.identifier)) return true;
  }
  return false;
}

/** `if __name__ == '__main__':` may assign: nobody else reads it. */
function startsMain(tree: SyntaxTree, statement: number): boolean {
  const condition = childInField(tree, statement, 'condition');
  return condition >= 0 && textOf(tree, condition).includes('__name__');
}
