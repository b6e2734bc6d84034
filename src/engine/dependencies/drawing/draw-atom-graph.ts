import type { Atom } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import { isReading, isWriting } from '#domain/atom/names/use-sort.ts';
import { createAtomLocator } from '#domain/atom/split/create-atom-locator.ts';
import { startOf } from '#domain/atom/tree-navigation.ts';
import { createEdgeSet, type EdgeSet } from '#engine/dependencies/drawing/collect-edges.ts';
import { createNumbering, type Numbering } from '#engine/dependencies/values/create-numbering.ts';
import { externalsOf, symbolEdgesOf } from '#engine/dependencies/drawing/draw-symbol-graph.ts';
import { placeEdges } from '#engine/dependencies/drawing/place-edges.ts';
import type { DrawnGraph } from '#engine/dependencies/drawing/drawn-graph.ts';
import type { FileModel } from '#engine/dependencies/project/file-model.ts';
import { listUnresolved } from '#engine/dependencies/drawing/list-unresolved.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import type { Site } from '#engine/dependencies/values/site.ts';

/** The number of the id of the atom at an offset of a file. */
type AtomAt = (offset: number) => number;

/** The graph over atoms: edges between symbols end at the symbol's first atom, local ones go from use to definition. */
export function drawAtomGraph(project: ProjectModel, files: readonly FileAtoms[]): DrawnGraph {
  const placed = placeEdges(project, []);
  const ids = createNumbering<string>();
  const locators = files.map((file) => locatorOf(file, ids));
  const atomAt = ({ file, node }: Site): number => locators[file.index]?.(startOf(file.tree, node)) ?? -1;
  const edges = createEdgeSet();
  const firstAtom = createFirstAtom(project, locators, ids);
  for (const { recorded, kind, isIndirect } of placed.edges) {
    const { target, site } = recorded;
    const to = 'symbol' in target ? firstAtom(target.symbol) : ids.of(target.external);
    edges.add(atomAt(site), to, kind, isIndirect);
  }
  for (const [index, file] of project.files.entries()) addLocalEdges(file, locators[index] ?? (() => -1), edges);
  return {
    nodes: files.flatMap(({ file, atoms }) =>
      atoms.map((atom) => ({ id: atom.id, file, symbol: atom.symbol, kind: atom.kind, weight: 1 })),
    ),
    externals: externalsOf(placed),
    edges: edges.list(ids.keys),
    symbolEdges: symbolEdgesOf(placed),
    unresolved: listUnresolved(project, (site) => ids.keys[atomAt(site)] ?? ''),
  };
}

function locatorOf({ atoms }: FileAtoms, ids: Numbering<string>): AtomAt {
  const locate = createAtomLocator(atoms);
  const numbers = atoms.map((atom: Atom) => ids.of(atom.id));
  return (offset) => numbers[locate(offset)] ?? -1;
}

/** The atom with the head of a symbol: for a module, which may own no text, its root atom. */
function createFirstAtom(
  project: ProjectModel,
  locators: readonly AtomAt[],
  ids: Numbering<string>,
): (symbol: number) => number {
  const fileOf = new Map(project.files.map((file) => [file.tree.path, file.index]));
  return (symbol) => {
    const facts = project.symbols[symbol];
    if (facts === undefined || facts.kind === 'module') return ids.of(facts?.id ?? '');
    return locators[fileOf.get(facts.file) ?? -1]?.(facts.start) ?? ids.of(facts.id);
  };
}

/** From each atom that uses a name to those that define it or assign to it. */
function addLocalEdges({ tree, names }: FileModel, atomAt: AtomAt, edges: EdgeSet): void {
  const writers: number[][] = [];
  const atoms = names.nodes.map((node) => atomAt(startOf(tree, node)));
  atoms.forEach((atom, index) => {
    const binding = names.bound[index] ?? -1;
    if (binding < 0 || names.bindings[binding]?.scope === 0 || !isWriting(names.uses[index] ?? 0)) return;
    const known = (writers[binding] ??= []);
    if (!known.includes(atom)) known.push(atom);
  });
  atoms.forEach((atom, index) => {
    const binding = names.bound[index] ?? -1;
    if (!isReading(names.uses[index] ?? 0)) return;
    for (const writer of writers[binding] ?? []) edges.add(atom, writer, 'data', false);
  });
}
