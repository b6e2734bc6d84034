import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';

/** One unit of the project in the order of files and folders; `weight` is its number of atoms. */
export interface BoundaryUnit {
  readonly id: string;
  readonly file: string;
  readonly weight: number;
  /** How many others need it. */
  readonly dependents: number;
}

const moduleSize = { least: 10, most: 20 };
const componentSize = { least: 50, most: 100 };
const fanOut = 8;

/**
 * Where wider validation runs: modules of 10–20 atoms that follow files and folders, components of 50–100, and single
 * units that many others need. A project smaller than a module is one.
 */
export function findBoundaries(units: readonly BoundaryUnit[]): DependencyGraph['boundaries'] {
  const ordered = units.toSorted((a, b) => compareText(a.file, b.file));
  const modules = pack(
    ordered.map((unit) => [unit]),
    moduleSize,
  );
  const components = pack(modules, componentSize);
  return [
    ...modules.map((group) => ({ kind: 'module' as const, atoms: group.map((unit) => unit.id) })),
    ...components.map((group) => ({ kind: 'component' as const, atoms: group.map((unit) => unit.id) })),
    ...ordered
      .filter((unit) => unit.dependents >= fanOut)
      .map((unit) => ({ kind: 'fan-out' as const, atoms: [unit.id] })),
  ];
}

/** Neighbours together until a group is large enough; a new file or folder closes a group that is. */
function pack(parts: readonly (readonly BoundaryUnit[])[], size: typeof moduleSize): BoundaryUnit[][] {
  const groups: BoundaryUnit[][] = [];
  let group: BoundaryUnit[] = [];
  for (const part of parts) {
    const weight = weigh(group);
    const isNewFile = group.length > 0 && group.at(-1)?.file !== part[0]?.file;
    const isFull = weight + weigh(part) > size.most || (weight >= size.least && isNewFile);
    if (isFull && group.length > 0) {
      groups.push(group);
      group = [];
    }
    group.push(...part);
  }
  const last = groups.at(-1);
  const joins = last !== undefined && weigh(group) < size.least && weigh(last) + weigh(group) <= size.most;
  if (joins) last.push(...group);
  else if (group.length > 0) groups.push(group);
  return groups;
}

function weigh(units: readonly BoundaryUnit[]): number {
  return units.reduce((sum, unit) => sum + unit.weight, 0);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
