import type { NameTable, Scope } from '#domain/atom/names/name-table.ts';
import { isWriting } from '#domain/atom/names/use-sort.ts';
import { oncePer } from '#engine/dependencies/project/once-per.ts';
import { nameUse } from '#domain/atom/name-use.ts';

/** The bindings of a file that are assigned to in more than one function: what they hold at a point is not known. */
export function sharedBindings({ uses, bound, scopeOf, scopes }: NameTable): ReadonlySet<number> {
  const writer = new Map<number, number>();
  const shared = new Set<number>();
  uses.forEach((use, index) => {
    const binding = bound[index] ?? -1;
    if (binding < 0 || !isWriting(use)) return;
    const scope = scopeOf[index] ?? 0;
    const around = functionAround(scopes, use === nameUse.bindOuter ? (scopes[scope]?.parent ?? 0) : scope);
    const known = writer.get(binding);
    if (known === undefined) writer.set(binding, around);
    else if (known !== around) shared.add(binding);
  });
  return shared;
}

function functionAround(scopes: readonly Scope[], from: number): number {
  let scope = from;
  while (scope > 0 && scopes[scope]?.isFunction !== true) scope = scopes[scope]?.parent ?? 0;
  return scope;
}

/** The bindings of a file that are written at more than one place: as a parameter and by an assignment, for one. */
export function reassignedBindings({ uses, bound }: NameTable): ReadonlySet<number> {
  const written = new Set<number>();
  const reassigned = new Set<number>();
  uses.forEach((use, index) => {
    const binding = bound[index] ?? -1;
    if (binding < 0 || !isWriting(use)) return;
    if (written.has(binding)) reassigned.add(binding);
    written.add(binding);
  });
  return reassigned;
}

/** The nodes at which a binding is assigned to. */
export function writesOf(names: NameTable, binding: number): readonly number[] {
  return writesByBinding(names).get(binding) ?? [];
}

const writesByBinding = oncePer(({ uses, bound, nodes }: NameTable): Map<number, number[]> => {
  const writes = new Map<number, number[]>();
  uses.forEach((use, index) => {
    const binding = bound[index] ?? -1;
    if (binding < 0 || !isWriting(use)) return;
    const known = writes.get(binding);
    if (known === undefined) writes.set(binding, [nodes[index] ?? 0]);
    else known.push(nodes[index] ?? 0);
  });
  return writes;
});
