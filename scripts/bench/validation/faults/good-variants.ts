import { findFunctionSites } from '#domain/comparison/find-function-sites.ts';
import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { afterOf, endOf, hasFlag, kindName, parentOf, startOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { Syntax } from '#ports/syntax.ts';
import { readText, type Library } from '#scripts/bench/validation/faults/library.ts';
import { reorderStatements } from '#scripts/bench/validation/faults/reorder-statements.ts';
import { applyEdits } from '#scripts/bench/validation/faults/compare-texts.ts';

/** A file whose text is another one, and which does the same. */
export interface GoodVariant {
  readonly kind: 'reformatted' | 'renamed' | 'reordered';
  readonly file: string;
  readonly was: string;
  readonly now: string;
  readonly functions: number;
}

type Edit = { start: number; end: number; text: string };

/** Each file three times: comments put into every function, locals renamed, independent statements exchanged. */
export function goodVariants(library: Library, syntax: Syntax): GoodVariant[] {
  return library.sources.flatMap((file) => {
    const was = readText(library.folder, file);
    const tree = syntax.parse({ path: file, text: was });
    const sites = findFunctionSites(tree).map((site) => site.node);
    const make = (kind: GoodVariant['kind'], editsOf: (node: number) => Edit[]): GoodVariant[] => {
      const edits = sites.map((node) => editsOf(node)).filter((each) => each.length > 0);
      const now = applyEdits(was, edits.flat());
      const fits = edits.length > 0 && syntax.parse({ path: file, text: now }).errors.length === 0;
      return fits ? [{ kind, file, was, now, functions: edits.length }] : [];
    };
    return [
      ...make('reformatted', (node) => reformat(tree, node)),
      ...make('renamed', (node) => renameLocals(tree, node)),
      ...make('reordered', (node) => reorderStatements(tree, node)),
    ];
  });
}

function reformat(tree: SyntaxTree, node: number): Edit[] {
  const edits: Edit[] = [];
  for (let inner = node; inner < afterOf(tree, node); inner += 1) {
    if (!hasFlag(tree, inner, kindFlags.statement)) continue;
    const line = tree.text.lastIndexOf('\n', startOf(tree, inner) - 1) + 1;
    const before = tree.text.slice(line, startOf(tree, inner));
    const comment = `${tree.grammar.rules.lineComment} told\n`;
    if (/^[ \t]*$/.test(before)) edits.push({ start: line, end: line, text: `${before}${comment}` });
  }
  return edits.slice(1);
}

/** Names that the function itself gives to what it assigns, and that nothing inside it or around it could mean otherwise. */
function renameLocals(tree: SyntaxTree, node: number): Edit[] {
  const uses = new Map<string, number[]>();
  const spoiled = new Set<string>();
  const assigned = new Set<string>();
  for (let inner = node; inner < afterOf(tree, node); inner += 1) {
    const kind = kindName(tree, inner);
    if (!kind.endsWith('identifier')) continue;
    const name = textOf(tree, inner);
    const parent = parentOf(tree, inner);
    const place = kindName(tree, parent);
    if (
      kind !== 'identifier' ||
      /param|global|nonlocal|keyword|import|pattern|format|interpolation/.test(place) ||
      isNameOfFunction(tree, inner)
    )
      spoiled.add(name);
    if (place === 'attribute' && startOf(tree, inner) !== startOf(tree, parent)) spoiled.add(name);
    if (/^(assignment|variable_declarator)$/.test(place) && startOf(tree, inner) === startOf(tree, parent))
      assigned.add(name);
    uses.set(name, [...(uses.get(name) ?? []), inner]);
  }
  const renamed = [...assigned].filter((name) => !spoiled.has(name));
  return renamed.flatMap((name) =>
    (uses.get(name) ?? []).map((inner) => ({
      start: startOf(tree, inner),
      end: endOf(tree, inner),
      text: `${name}_renamed`,
    })),
  );
}

function isNameOfFunction(tree: SyntaxTree, node: number): boolean {
  return hasFlag(tree, parentOf(tree, node), kindFlags.function | kindFlags.class);
}
