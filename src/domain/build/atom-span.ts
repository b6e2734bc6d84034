import type { ProjectAtom } from '#domain/build/project.ts';

/** `[start, end)` of an atom with everything inside it; null when neither it nor its children own any text. */
export function atomSpan(id: string, atoms: readonly ProjectAtom[]): [number, number] | null {
  const inside = new Set([id]);
  const ranges: [number, number][] = [];
  // Parents may stand after their children: go on until nothing new is found.
  for (let grown = true; grown;) {
    const before = inside.size;
    for (const atom of atoms) if (atom.parent !== null && inside.has(atom.parent)) inside.add(atom.id);
    grown = inside.size > before;
  }
  for (const atom of atoms) if (inside.has(atom.id)) ranges.push(...atom.ranges);
  if (ranges.length === 0) return null;
  return [Math.min(...ranges.map(([start]) => start)), Math.max(...ranges.map(([, end]) => end))];
}
