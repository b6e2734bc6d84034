import type { Toolchain, TypecheckRun } from '#engine/validation/toolchain.ts';

export interface TreeCheck {
  readonly toolchain: Toolchain;
  readonly files: readonly string[];
  /** Earlier checks, by the stubs that stood in the tree. */
  readonly checkedTrees: Map<string, TypecheckRun>;
}

/** Type-checks the tree as it is laid out, unless a tree with the same stubs was checked before. */
export async function checkTree(check: TreeCheck, standing: ReadonlySet<string>): Promise<TypecheckRun> {
  const key = [...standing].toSorted().join('\n');
  const known = check.checkedTrees.get(key);
  if (known !== undefined) return known;
  const run = await check.toolchain.typecheck(check.files, standing.size > 0);
  if (run.problem === null) check.checkedTrees.set(key, run);
  return run;
}
