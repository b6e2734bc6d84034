import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { childInField, hasFlag, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import { literalKey } from '#engine/dependencies/members/literal-key.ts';
import { oncePer } from '#engine/dependencies/project/once-per.ts';

/** Functions that give an object a member that runs a function, and which argument names it; -1 where a table names many. */
const definers: Readonly<Record<string, number>> = {
  defineProperty: 1,
  defineProperties: -1,
  __defineGetter__: 0,
  __defineSetter__: 0,
};
const definer = new RegExp(`(?:^|\\.)(${Object.keys(definers).join('|')})$`, 'u');

/** The names of members that are described to run a function (`Object.defineProperty(object, name, { get() {} })`); null for one that is not written. */
export const describedAccessors = oncePer((tree: SyntaxTree): readonly (string | null)[] => {
  if (!/define(?:Propert|[GS]etter)/u.test(tree.text)) return [];
  const names: (string | null)[] = [];
  for (let node = 1; node < tree.count; node += 1) {
    if (!hasFlag(tree, node, kindFlags.call)) continue;
    const [, name = ''] = definer.exec(textOf(tree, childInField(tree, node, 'function'))) ?? [];
    if (name === '' || (!name.startsWith('__') && !/\b[gs]et\b/u.test(textOf(tree, node)))) continue;
    const args = partsOf(tree, childInField(tree, node, 'arguments'));
    names.push(literalKey(tree, args[definers[name] ?? -1] ?? -1));
  }
  return names;
});
