import { kindFlags } from '#domain/atom/kind-flags.ts';
import { childInField, hasFlag, textOf } from '#domain/atom/tree-navigation.ts';
import type { FileFacts } from '#engine/dependencies/file-facts.ts';

/** Names of attributes that run a function when they are read or written, of all classes of a project. */
export function accessorNames(files: readonly FileFacts[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { tree } of files)
    for (let node = 1; node < tree.count; node += 1)
      if (hasFlag(tree, node, kindFlags.function) && tree.grammar.rules.flow.accessorOf(tree, node) !== null)
        names.add(textOf(tree, childInField(tree, node, 'name')));
  return names;
}
