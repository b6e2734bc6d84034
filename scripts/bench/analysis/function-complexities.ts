import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { childInField, childOfKind, endOf, hasFlag, kindName, parentOf } from '#domain/atom/tree-navigation.ts';

/**
 * Where a function ends → complexities of the functions that end there, each without those inside of it, as oxlint counts: of the
 * default values in patterns ESLint counts all, oxlint 1.89 none of a destructuring assignment (`[a = 1] = b`).
 */
export function functionComplexities(tree: SyntaxTree): Map<number, number[]> {
  const counts = new Map<number, number>();
  const ownerOf = new Int32Array(tree.count).fill(-1);
  for (let node = 1; node < tree.count; node += 1) {
    const parent = tree.parent[node] ?? 0;
    const isFunction = hasFlag(tree, node, kindFlags.function) && childInField(tree, node, 'body') >= 0;
    const owner = isFunction || isInitializer(tree, node, parent) ? node : (ownerOf[parent] ?? -1);
    ownerOf[node] = owner;
    if (isFunction) counts.set(node, 1);
    const isDecision = hasFlag(tree, node, kindFlags.decision) && counts.has(owner) && !isAssignedDefault(tree, node);
    if (isDecision) counts.set(owner, (counts.get(owner) ?? 0) + tree.grammar.rules.decisionsAt(tree, node));
  }
  const byEnd = new Map<number, number[]>();
  for (const [node, count] of counts) {
    // The end of the body's brace: the grammar may take a comment behind it into the function, and into the body.
    const body = childInField(tree, node, 'body');
    const brace = childOfKind(tree, body, '}');
    const end = endOf(tree, brace >= 0 ? brace : body);
    byEnd.set(end, [...(byEnd.get(end) ?? []), count]);
  }
  return byEnd;
}

/** Initial values of fields and static blocks are code paths of their own. */
function isInitializer(tree: SyntaxTree, node: number, parent: number): boolean {
  if (kindName(tree, node) === 'class_static_block') return true;
  const isField = ['field_definition', 'public_field_definition'].includes(kindName(tree, parent));
  return isField && childInField(tree, parent, 'value') === node;
}

const patterns = new Set([
  'array_pattern',
  'object_pattern',
  'pair_pattern',
  'rest_pattern',
  'assignment_pattern',
  'object_assignment_pattern',
]);

/** A default value in a pattern that declares nothing. */
function isAssignedDefault(tree: SyntaxTree, node: number): boolean {
  if (!kindName(tree, node).endsWith('assignment_pattern')) return false;
  let outermost = node;
  while (patterns.has(kindName(tree, parentOf(tree, outermost)))) outermost = parentOf(tree, outermost);
  const parent = parentOf(tree, outermost);
  if (kindName(tree, parent) === 'assignment_expression') return childInField(tree, parent, 'left') === outermost;
  return kindName(tree, parent) === 'for_in_statement' && childInField(tree, parent, 'kind') < 0;
}
