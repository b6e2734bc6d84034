import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { PlacedDrafts } from '#domain/atom/split/atom-draft.ts';
import { calleeName } from '#domain/atom/split/callee-name.ts';
import { createNames } from '#domain/atom/split/create-names.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { startOf } from '#domain/atom/tree-navigation.ts';

/** What each draft calls, sorted; `before`: that of the drafts before an edit, for those that it left. */
export function collectCalls(
  tree: SyntaxTree,
  { drafts, atomAt }: PlacedDrafts,
  before: readonly (readonly string[])[],
): (readonly string[])[] {
  const calls = createNames();
  const { kind, count, grammar } = tree;
  for (let node = 0; node < count; node += 1) {
    if (((grammar.flags[kind[node] ?? 0] ?? 0) & kindFlags.call) === 0) continue;
    const atom = atomAt(startOf(tree, node));
    const name = (drafts[atom]?.same ?? -1) >= 0 ? null : calleeName(tree, node);
    if (name !== null) calls.add(atom, name);
  }
  return drafts.map(({ same }, atom) => before[same] ?? calls.of(atom));
}
