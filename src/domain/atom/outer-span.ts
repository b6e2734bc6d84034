import type { Atom } from '#domain/atom/atom.ts';

/** `[start, end)` of an atom together with its descendants; `[0, 0]` for one that owns nothing at all. */
export function outerSpan(atom: Atom, atoms: readonly Atom[]): [number, number] {
  const children = new Map<string, Atom[]>();
  for (const each of atoms) {
    if (each.parent === null) continue;
    const siblings = children.get(each.parent);
    if (siblings === undefined) children.set(each.parent, [each]);
    else siblings.push(each);
  }
  let start = Infinity;
  let end = 0;
  const open = [atom];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const range of next.ranges) {
      start = Math.min(start, range[0]);
      end = Math.max(end, range[1]);
    }
    open.push(...(children.get(next.id) ?? []));
  }
  return start === Infinity ? [0, 0] : [start, end];
}
