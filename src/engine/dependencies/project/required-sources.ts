import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { childInField, hasFlag, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import { literalKey } from '#engine/dependencies/members/literal-key.ts';

/** What the calls of `require` and `import` in a file are given, where it is written there. */
export function requiredSources(tree: SyntaxTree): string[] {
  const sources: string[] = [];
  for (let node = 1; node < tree.count; node += 1) {
    if (!hasFlag(tree, node, kindFlags.call)) continue;
    const shape = tree.grammar.rules.expressions.call[kindName(tree, node)];
    const callee = shape === undefined ? -1 : childInField(tree, node, shape.callee);
    if (callee < 0 || (kindName(tree, callee) !== 'import' && textOf(tree, callee) !== 'require')) continue;
    const [source = -1] = partsOf(tree, childInField(tree, node, 'arguments'));
    const written = literalKey(tree, source);
    if (written !== null) sources.push(written);
  }
  return sources;
}
