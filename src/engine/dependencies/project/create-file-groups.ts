/** Files that have to do with each other, by their numbers. */
export interface FileGroups {
  join(left: number, right: number): void;
  /** The groups by their first file, each in the order of its files. */
  list(): number[][];
}

export function createFileGroups(count: number): FileGroups {
  /** An earlier file of the same group, or itself. */
  const before = Int32Array.from({ length: count }, (_, index) => index);
  const first = (of: number): number => {
    let at = of;
    for (let next = before[at] ?? at; next !== at; next = before[at] ?? at) {
      before[at] = before[next] ?? next;
      at = next;
    }
    return at;
  };
  return {
    join(left, right) {
      const [a, b] = [first(left), first(right)];
      before[Math.max(a, b)] = Math.min(a, b);
    },
    list() {
      const groups = new Map<number, number[]>();
      for (let file = 0; file < count; file += 1) {
        const group = groups.get(first(file)) ?? [];
        if (group.length === 0) groups.set(first(file), group);
        group.push(file);
      }
      return [...groups.values()];
    },
  };
}
