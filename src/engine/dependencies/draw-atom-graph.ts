import type { Atom } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import { isReading, isWriting } from '#domain/atom/names/use-sort.ts';
import { createAtomLocator } from '#domain/atom/split/create-atom-locator.ts';
import { startOf } from '#domain/atom/tree-navigation.ts';
import { createEdgeSet, type EdgeSet } from '#engine/dependencies/collect-edges.ts';
import { externalsOf, symbolEdgesOf } from '#engine/dependencies/draw-symbol-graph.ts';
import { placeEdges } from '#engine/dependencies/place-edges.ts';
import type { DrawnGraph } from '#engine/dependencies/drawn-graph.ts';
import type { FileModel } from '#engine/dependencies/file-model.ts';
import { listUnresolved } from '#engine/dependencies/list-unresolved.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';
import type { Site } from '#engine/dependencies/site.ts';

type AtomAt = (offset: number) => Atom | undefined;

/** The graph over atoms: edges between symbols end at the symbol's first atom, local ones go from use to definition. */
export function drawAtomGraph(project: ProjectModel, files: readonly FileAtoms[]): DrawnGraph {
  const placed = placeEdges(project, []);
  const locators = files.map(locatorOf);
  const idAt = ({ file, node }: Site): string => locators[file.index]?.(startOf(file.tree, node))?.id ?? '';
  const edges = createEdgeSet();
  const firstAtom = createFirstAtom(project, locators);
  for (const { edge, recorded } of placed) {
    const { target, site } = recorded;
    const to = 'symbol' in target ? firstAtom(target.symbol) : target.external;
    edges.add({ ...edge, from: idAt(site), to });
  }
  for (const file of project.files) addLocalEdges(file, locators[file.index] ?? (() => undefined), edges);
  return {
    nodes: files.flatMap(({ file, atoms }) =>
      atoms.map((atom) => ({ id: atom.id, file, symbol: atom.symbol, kind: atom.kind, weight: 1 })),
    ),
    externals: externalsOf(placed),
    edges: edges.list(),
    symbolEdges: symbolEdgesOf(placed),
    unresolved: listUnresolved(project, idAt),
  };
}

function locatorOf({ atoms }: FileAtoms): AtomAt {
  const locate = createAtomLocator(atoms);
  return (offset) => atoms[locate(offset)];
}

/** The atom with the head of a symbol: for a module, which may own no text, its root atom. */
function createFirstAtom(project: ProjectModel, locators: readonly AtomAt[]): (symbol: number) => string {
  const fileOf = new Map(project.files.map((file) => [file.tree.path, file.index]));
  return (symbol) => {
    const facts = project.symbols[symbol];
    if (facts === undefined || facts.kind === 'module') return facts?.id ?? '';
    return locators[fileOf.get(facts.file) ?? -1]?.(facts.start)?.id ?? facts.id;
  };
}

/** From each atom that uses a name to those that define it or assign to it. */
function addLocalEdges({ tree, names }: FileModel, atomAt: AtomAt, edges: EdgeSet): void {
  const writers = new Map<number, Set<string>>();
  const atoms = Array.from(names.nodes, (node) => atomAt(startOf(tree, node))?.id ?? '');
  names.nodes.forEach((_, index) => {
    const binding = names.bound[index] ?? -1;
    if (binding < 0 || names.bindings[binding]?.scope === 0 || !isWriting(names.uses[index] ?? 0)) return;
    const known = writers.get(binding);
    if (known === undefined) writers.set(binding, new Set([atoms[index] ?? '']));
    else known.add(atoms[index] ?? '');
  });
  names.nodes.forEach((_, index) => {
    const binding = names.bound[index] ?? -1;
    if (!isReading(names.uses[index] ?? 0)) return;
    for (const writer of writers.get(binding) ?? []) edges.add({ from: atoms[index] ?? '', to: writer, kind: 'data' });
  });
}
