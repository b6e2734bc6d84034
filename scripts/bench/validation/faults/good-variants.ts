import { findFunctionSites } from '#domain/comparison/find-function-sites.ts';
import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { afterOf, endOf, hasFlag, kindName, parentOf, startOf, textOf } from '#domain/atom/tree-navigation.ts';
import { digest } from '#domain/verdict/stable-message.ts';
import type { Syntax } from '#ports/syntax.ts';
import { readText, type Library } from '#scripts/bench/validation/faults/library.ts';
import { reorderStatements } from '#scripts/bench/validation/faults/reorder-statements.ts';
import { applyEdits } from '#scripts/bench/validation/faults/compare-texts.ts';

/** A file in which some functions have another text, and do the same. */
export interface GoodVariant {
  readonly file: string;
  readonly was: string;
  readonly now: string;
  readonly functions: readonly string[];
}

type Edit = { start: number; end: number; text: string };

const TOGETHER = 4;
const CHANGES = [reorderStatements, renameLocals, reformat];

/**
 * `count` functions of a library, spread by a digest, a few of a file at a time: independent statements exchanged, locals
 * renamed, comments put in.
 */
export function goodVariants(library: Library, syntax: Syntax, count: number): GoodVariant[] {
  const all = library.sources.flatMap((file) => {
    const tree = syntax.parse({ path: file, text: readText(library.folder, file) });
    return findFunctionSites(tree).map(({ name }) => ({ file, name, rank: digest(`${file} ${name}`) }));
  });
  const chosen = all.toSorted((left, right) => (left.rank < right.rank ? -1 : 1)).slice(0, count);
  return library.sources.flatMap((file) => {
    const names = chosen.flatMap((one) => (one.file === file ? [one.name] : []));
    const groups = Array.from({ length: Math.ceil(names.length / TOGETHER) }, (_, at) =>
      names.slice(at * TOGETHER, (at + 1) * TOGETHER),
    );
    const was = readText(library.folder, file);
    return groups.flatMap((functions) => {
      const now = change(syntax, file, was, new Set(functions));
      return now === was ? [] : [{ file, was, now, functions }];
    });
  });
}

/** One change after the other; one that the language does not take is left out. */
function change(syntax: Syntax, file: string, was: string, names: ReadonlySet<string>): string {
  let text = was;
  for (const editsOf of CHANGES) {
    const tree = syntax.parse({ path: file, text });
    const sites = findFunctionSites(tree).filter(({ name }) => names.has(name));
    const next = applyEdits(
      text,
      sites.flatMap(({ node }) => editsOf(tree, node)),
    );
    if (syntax.parse({ path: file, text: next }).errors.length === 0) text = next;
  }
  return text;
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
  // What reads its own names as data means them.
  if (/\b(?:locals|vars|dir|eval|exec)\s*\(/.test(textOf(tree, node))) return [];
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
