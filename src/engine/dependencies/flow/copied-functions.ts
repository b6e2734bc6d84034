import { afterOf } from '#domain/atom/tree-navigation.ts';
import type { FunctionValue, ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { createStraightCode } from '#engine/dependencies/flow/straight-code.ts';
import { isLarge, isWrapping } from '#engine/dependencies/flow/wrapping-functions.ts';
import type { Site } from '#engine/dependencies/values/site.ts';

/** A function that is called at more places gives one and the same at those that come later. */
const mostCopies = 64;

/** A function, and what reads its body. */
export interface ReadFunction {
  readonly id: ValueId;
  readonly value: FunctionValue;
  readonly readBody: () => void;
}

/** What runs instead of a function at one place that calls it; null for itself. */
export type CopyAt = (site: Site) => FunctionValue | null;

/**
 * Copies of a wrapping function, one for each place that calls it (call-site sensitivity, of one level): its names are other
 * variables in each of them. Null where there are too many, or the copy is being made. Whether a function wraps is asked when it is called.
 */
export function copiesOf(reader: FlowReader, node: number, read: (reader: FlowReader) => ReadFunction): CopyAt | null {
  if (reader.around.own !== null || isLarge(reader, node)) return null;
  const copies = new Map<number, FunctionValue | null>();
  let wraps: boolean | null = null;
  return (site) => {
    wraps ??= isWrapping(reader, node);
    if (!wraps) return null;
    const key = site.file.firstNode + site.node;
    const known = copies.get(key);
    if (known !== undefined || copies.size >= mostCopies) return known ?? null;
    copies.set(key, null);
    const around = { ...reader.around, straight: createStraightCode(), own: ownNames(reader, node) };
    reader.anew(around, (again) => {
      const { value, readBody } = read(again);
      copies.set(key, value);
      readBody();
    });
    return copies.get(key) ?? null;
  };
}

/** New variables for the names that a function and those inside of it declare. */
function ownNames({ project, file, tree }: FlowReader, node: number): Map<number, Variable> {
  const own = new Map<number, Variable>();
  const after = afterOf(tree, node);
  for (const scope of file.names.scopes)
    if (scope.node >= node && scope.node < after)
      for (const binding of scope.names.values()) own.set(binding, project.graph.createVariable());
  return own;
}
