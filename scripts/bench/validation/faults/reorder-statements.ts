import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { afterOf, endOf, hasFlag, kindName, parentOf, partsOf, startOf, textOf } from '#domain/atom/tree-navigation.ts';

const SIMPLE = new Set(['expression_statement', 'lexical_declaration', 'variable_declaration']);
const ASSIGNS = new Set(['assignment', 'variable_declarator']);

/** Exchanges neighbouring statements that only give values to names, without calls, neither using what the other gives. */
export function reorderStatements(tree: SyntaxTree, node: number): { start: number; end: number; text: string }[] {
  const edits: { start: number; end: number; text: string }[] = [];
  for (let inner = node; inner < afterOf(tree, node); inner += 1) {
    if (!hasFlag(tree, inner, kindFlags.block)) continue;
    const statements = partsOf(tree, inner);
    for (let at = 0; at + 1 < statements.length; at += 1) {
      const [first = 0, second = 0] = statements.slice(at, at + 2);
      if (!isIndependent(tree, first, second)) continue;
      edits.push({ start: startOf(tree, first), end: endOf(tree, first), text: textOf(tree, second) });
      edits.push({ start: startOf(tree, second), end: endOf(tree, second), text: textOf(tree, first) });
      at += 1;
    }
  }
  return edits;
}

function isIndependent(tree: SyntaxTree, first: number, second: number): boolean {
  const [left, right] = [namesOf(tree, first), namesOf(tree, second)];
  if (left === null || right === null) return false;
  return ![...left.given].some((name) => right.all.has(name)) && ![...right.given].some((name) => left.all.has(name));
}

/** Names in a statement that assigns to plain names and calls nothing; null for any other. */
function namesOf(tree: SyntaxTree, statement: number): { given: Set<string>; all: Set<string> } | null {
  if (!SIMPLE.has(kindName(tree, statement))) return null;
  const parts = partsOf(tree, statement);
  if (parts.length === 0 || !parts.every((part) => ASSIGNS.has(kindName(tree, part)))) return null;
  const given = new Set<string>();
  const all = new Set<string>();
  for (let node = statement; node < afterOf(tree, statement); node += 1) {
    // What may fail, or do something, keeps its place.
    if (
      hasFlag(tree, node, kindFlags.call | kindFlags.member | kindFlags.function) ||
      /await|yield|subscript|operator|binary|pattern|decorat/.test(kindName(tree, node))
    )
      return null;
    if (!hasFlag(tree, node, kindFlags.identifier)) continue;
    all.add(textOf(tree, node));
    if (
      ASSIGNS.has(kindName(tree, parentOf(tree, node))) &&
      startOf(tree, node) === startOf(tree, parentOf(tree, node))
    )
      given.add(textOf(tree, node));
  }
  return given.size === 0 ? null : { given, all };
}
