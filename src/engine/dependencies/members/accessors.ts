import { kindFlags } from '#domain/atom/kind-flags.ts';
import { childInField, hasFlag, hasText, textOf } from '#domain/atom/tree-navigation.ts';
import { describedAccessors } from '#engine/dependencies/members/described-accessors.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';

/** The method that is called for attributes that an object does not have. */
export const missingAttribute = '__getattr__';

/** Names of attributes that run a function when they are read or written, of all classes of a project; and that method, where there is one. */
export function accessorNames(files: readonly FileFacts[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { tree } of files)
    for (let node = 1; node < tree.count; node += 1)
      if (hasFlag(tree, node, kindFlags.function)) {
        const name = childInField(tree, node, 'name');
        const isAccessor = tree.grammar.rules.flow.accessorOf(tree, node) !== null;
        if (isAccessor || hasText(tree, name, missingAttribute)) names.add(textOf(tree, name));
      }
  for (const { tree } of files) for (const name of describedAccessors(tree)) if (name !== null) names.add(name);
  return names;
}
