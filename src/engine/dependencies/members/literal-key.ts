import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { hasFlag, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** Lets a variable hold a text of which only the beginning is known. */
export function putPrefixed(
  { graph }: ProjectModel,
  { type, prefix }: { readonly type: string; readonly prefix: string },
  to: Variable,
): void {
  const value = { kind: 'literal', key: null, type, prefix } as const;
  graph.put(
    to,
    graph.sharedValue('prefixed', `${type}:${prefix}`, () => value),
  );
}

/** What stands before the first value that is filled in. */
export function writtenPrefix(tree: SyntaxTree, node: number): string {
  const filled = partsOf(tree, node).find((part) => isFilledIn(tree, part));
  if (filled === undefined) return '';
  const [, before = ''] = /^[A-Za-z]*["'`]+(.*)$/su.exec(tree.text.slice(tree.start[node], tree.start[filled])) ?? [];
  return before.length > longestKey ? '' : before;
}

/** The key that a literal stands for; null when it is not known. Texts of digits are no positions. */
export function literalKey(tree: SyntaxTree, node: number): string | null {
  if (node < 0) return null;
  const text = textOf(tree, node);
  if (!hasFlag(tree, node, kindFlags.string)) return /^\d+$/u.test(text) ? text : null;
  if (text.length > longestKey || partsOf(tree, node).some((part) => isFilledIn(tree, part))) return null;
  const inside = unquoted(text);
  return tree.language === 'python' && /^\d+$/u.test(inside) ? `"${inside}"` : inside;
}

const longestKey = 80;

/** What stands between the quotes of a text, and the letters in front of them. */
function unquoted(text: string): string {
  let letters = 0;
  while (isLetter(text.charCodeAt(letters))) letters += 1;
  let from = letters;
  while (quotes.includes(text.charCodeAt(from))) from += 1;
  if (from === letters) from = 0;
  let to = text.length;
  while (to > from && quotes.includes(text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

const quotes: readonly number[] = Array.from('"\'`', (quote) => quote.charCodeAt(0));

function isLetter(code: number): boolean {
  const small = code | 32;
  return small >= 97 && small <= 122;
}

function isFilledIn(tree: SyntaxTree, part: number): boolean {
  return ['interpolation', 'template_substitution'].includes(kindName(tree, part));
}
