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
      else if (known.at(-1) !== name) known.push(name);
    },
    of(atom) {
      const sorted = names[atom]?.sort() ?? [];
      return sorted.filter((name, index) => name !== sorted[index - 1]);
    },
  };
}
