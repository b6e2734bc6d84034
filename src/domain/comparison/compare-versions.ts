import { findFunctionSites } from '#domain/comparison/find-function-sites.ts';
import { literalsOf } from '#domain/comparison/literals-of.ts';
import { knowsPrivate, overlayClasses, revealPrivate } from '#domain/comparison/reveal-private.ts';
import { overlayFunction } from '#domain/comparison/overlay-function.ts';
import type { Overlay, PlacedFunction } from '#domain/comparison/overlay-versions.ts';
import type { FunctionSite } from '#domain/comparison/function-site.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { endOf, startOf, textOf } from '#domain/atom/tree-navigation.ts';

/** The name under which a file's own code is compared. */
export const MODULE_NAME = '(module)';

/** A function that stands in both versions of a file with different texts. Offsets are those of the present version. */
export interface ChangedFunction {
  readonly name: string;
  /** What the driver calls it. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** The whole function as it was, indented as it was. */
  readonly previous: string;
  /** Both versions in one text, for languages whose functions cannot be exchanged while they run. */
  readonly overlay: Overlay | null;
  readonly literals: readonly (string | number)[];
}

/** The functions of a file whose text is not what it was, white space aside. `keyOf`: what the driver calls each of them. */
export function compareVersions(now: SyntaxTree, was: SyntaxTree, keyOf: (index: number) => string): ChangedFunction[] {
  if (now.errors.length > 0 || was.errors.length > 0) return [];
  const sites = findFunctionSites(now);
  const before = findFunctionSites(was);
  const [many, manyBefore] = [countByName(sites), countByName(before)];
  const earlier = new Map(before.map((site) => [site.name, site.node]));
  const changed = sites.flatMap(({ name, node }) => {
    const old = earlier.get(name);
    // Of several of one name, nobody knows which was which when one more has come.
    if (old === undefined || many.get(plainName(name)) !== manyBefore.get(plainName(name))) return [];
    if (plain(textOf(now, node)) === plain(textOf(was, old))) return [];
    return [{ name, node, old }];
  });
  const [openNow = now, openWas = was] = revealPrivate([now, was]);
  const functions: ChangedFunction[] = [];
  for (const { name, node, old } of changed) {
    const sides = { now: { tree: openNow, node }, was: { tree: openWas, node: old } };
    const isPython = now.language === 'python';
    const key = keyOf(functions.length);
    const overlay = isPython ? null : overlayFunction(key, sides.now, sides.was);
    if (!isPython && (overlay === null || !knowsPrivate(openNow, sides.was))) continue;
    const place = { start: startOf(now, node), end: endOf(now, node) };
    const literals = [...new Set([...literalsOf(sides.was), ...literalsOf(sides.now)])];
    functions.push({ name, key, ...place, previous: indented({ tree: was, node: old }), overlay, literals });
  }
  return [...overlayClasses(openNow, functions), ...changedModule(now, was, keyOf(functions.length))];
}

/** What a file's own code does when it is loaded, where that has changed: in Python, modules can be loaded twice. */
function changedModule(now: SyntaxTree, was: SyntaxTree, key: string): ChangedFunction[] {
  if (now.language !== 'python' || plain(ownCode(now)) === plain(ownCode(was))) return [];
  return [{ name: MODULE_NAME, key, start: 0, end: now.text.length, previous: was.text, overlay: null, literals: [] }];
}

/** A file's text without the functions that have a name. */
function ownCode(tree: SyntaxTree): string {
  const sites = findFunctionSites(tree).toReversed();
  return sites.reduce(
    (text, { node }) => text.slice(0, startOf(tree, node)) + text.slice(endOf(tree, node)),
    tree.text,
  );
}

function countByName(sites: readonly FunctionSite[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name } of sites) counts.set(plainName(name), (counts.get(plainName(name)) ?? 0) + 1);
  return counts;
}

function plainName(name: string): string {
  return name.replace(/#\d+$/, '');
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** The text of a function from the beginning of its line, where only white space stands before it. */
function indented({ tree, node }: PlacedFunction): string {
  const start = startOf(tree, node);
  const line = tree.text.slice(tree.text.lastIndexOf('\n', start - 1) + 1, start);
  return (/^\s*$/.test(line) ? line : '') + textOf(tree, node);
}
