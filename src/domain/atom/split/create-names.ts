/** Names of atoms, each once. Most atoms have few or none. */
export interface Names {
  add(atom: number, name: string): void;
  /** Those of an atom, sorted. */
  of(atom: number): string[];
}

export function createNames(): Names {
  const names: (string[] | undefined)[] = [];
  return {
    add(atom, name) {
      const known = names[atom];
      if (known === undefined) names[atom] = [name];
      else insert(known, name);
    },
    of: (atom) => names[atom] ?? [],
  };
}

/** Enters a name where it belongs among sorted ones; sorting all of them later would show, for there are very many short lists. */
function insert(sorted: string[], name: string): void {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < name) low = middle + 1;
    else high = middle;
  }
  if (sorted[low] === name) return;
  for (let at = sorted.push(name) - 1; at > low; at -= 1) sorted[at] = sorted[at - 1] ?? '';
  sorted[low] = name;
}
