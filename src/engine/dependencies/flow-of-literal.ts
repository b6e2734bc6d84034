import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { hasFlag, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/abstract-value.ts';
import type { FlowReader } from '#engine/dependencies/flow-reader.ts';

/** A text or number: which one it is may matter, as a key. */
export function flowOfLiteral(reader: FlowReader, node: number): Variable {
  const { tree, project } = reader;
  for (const part of partsOf(tree, node)) reader.read(part);
  const type = tree.grammar.rules.expressions.literal[kindName(tree, node)] ?? '';
  const key = literalKey(tree, node);
  const variable = project.graph.createVariable();
  const id = project.graph.sharedValue('literal', `${type}:${key ?? ''}`, () => ({ kind: 'literal', key, type }));
  project.graph.put(variable, id);
  return variable;
}

/** The key that a literal stands for; null when it is not known. Texts of digits are no positions. */
export function literalKey(tree: SyntaxTree, node: number): string | null {
  if (node < 0) return null;
  const text = textOf(tree, node);
  if (!hasFlag(tree, node, kindFlags.string)) return /^\d+$/u.test(text) ? text : null;
  if (text.length > longestKey || partsOf(tree, node).some((part) => isFilledIn(tree, part))) return null;
  const inside = text.replace(/^[A-Za-z]*["'`]+/u, '').replace(/["'`]+$/u, '');
  return tree.language === 'python' && /^\d+$/u.test(inside) ? `"${inside}"` : inside;
}

const longestKey = 80;

function isFilledIn(tree: SyntaxTree, part: number): boolean {
  return ['interpolation', 'template_substitution'].includes(kindName(tree, part));
}
