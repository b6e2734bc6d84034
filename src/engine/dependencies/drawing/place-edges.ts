import { createAdjacency } from '#domain/graph/adjacency.ts';
import type { EdgeKind } from '#domain/graph/dependency-graph.ts';
import type { RecordedEdge } from '#engine/dependencies/project/create-edge-recorder.ts';
import { createNumbering, type Numbering } from '#engine/dependencies/values/create-numbering.ts';
import { createSight } from '#engine/dependencies/drawing/create-sight.ts';
import { innerAt, type InnerFunctions } from '#engine/dependencies/project/inner-functions.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** A recorded edge with its ends, by the numbers of their ids. */
export interface PlacedEdge {
  readonly from: number;
  readonly to: number;
  readonly kind: EdgeKind;
  /** Whether `needs` does not know the target, directly or through what it names. */
  readonly isIndirect: boolean;
  /** The symbol or inner function that has the need: a declaration keeps its own, also where its call runs in the module. */
  readonly needs: number;
  readonly recorded: RecordedEdge;
}

export interface PlacedEdges {
  readonly ids: readonly string[];
  readonly edges: readonly PlacedEdge[];
}

/** Gives the recorded edges of a project their ends, inner functions among them where `inner` lists them, and tells the indirect ones. */
export function placeEdges(project: ProjectModel, inner: readonly (InnerFunctions | null)[]): PlacedEdges {
  const ids = createNumbering<string>();
  const place = createPlace(project, inner, ids);
  const placed: PlacedEdge[] = [];
  for (const recorded of project.edges.edges()) {
    const each = place(recorded);
    if (each !== null) placed.push(each);
  }
  const holders = holdersOf(project, inner, ids);
  const mentions = placed.filter(({ recorded }) => recorded.by === 'name' && 'symbol' in recorded.target);
  const from = mentions.map(({ needs }) => needs);
  const to = mentions.map((edge) => edge.to);
  const sight = createSight({ count: ids.keys.length, from, to }, holders);
  const edges = sortByNeeds(placed, ids.keys.length).map((each) => {
    const isKnown = each.recorded.by === 'name' || 'external' in each.recorded.target;
    if (isKnown || sight.sees(each.needs, each.to)) return each;
    const { kind, needs, recorded } = each;
    return { from: each.from, to: each.to, kind, isIndirect: true, needs, recorded };
  });
  return { ids: ids.keys, edges };
}

/** Those of one need together, in their order: what is seen from there is asked once. */
function sortByNeeds(placed: readonly PlacedEdge[], count: number): PlacedEdge[] {
  const needs = placed.map((each) => each.needs);
  const sorted: PlacedEdge[] = [];
  for (const index of createAdjacency(count, needs, Array.from(placed.keys())).targets) {
    const each = placed[index];
    if (each !== undefined) sorted.push(each);
  }
  return sorted;
}

function createPlace(
  project: ProjectModel,
  inner: readonly (InnerFunctions | null)[],
  ids: Numbering<string>,
): (recorded: RecordedEdge) => PlacedEdge | null {
  const { symbols } = project;
  const numberOf = Int32Array.from(symbols, ({ id }) => ids.of(id));
  return (recorded) => {
    const { site, target, kind } = recorded;
    const { file, node } = site;
    const owner = file.firstSymbol + (file.owners[node] ?? 0);
    const symbol = numberOf[owner] ?? -1;
    const functions = inner[file.index] ?? null;
    const runsIn = functions === null ? symbol : ids.of(functions.runsIn(node));
    const needs = symbols[owner]?.kind === 'declaration' ? symbol : runsIn;
    const around = target.inner ?? null;
    const innerId = around === null ? null : innerAt(inner, around);
    const outer = 'symbol' in target ? (numberOf[target.symbol] ?? -1) : ids.of(target.external);
    const to = innerId === null ? outer : ids.of(innerId);
    // A function inside a symbol is no end of its own where it is not listed: its symbol does not call itself.
    if (around !== null && innerId === null && to === runsIn) return null;
    return { from: kind === 'call' ? runsIn : needs, to, kind, isIndirect: false, needs, recorded };
  };
}

/** Methods stand in classes, inner functions in functions; what stands in a module only is not held. */
function holdersOf(
  project: ProjectModel,
  inner: readonly (InnerFunctions | null)[],
  ids: Numbering<string>,
): ReadonlyMap<number, number> {
  const holders = new Map<number, number>();
  for (const { symbols } of project.files)
    for (const { facts, owner } of symbols.symbols)
      if (owner > 0) holders.set(ids.of(facts.id), ids.of(symbols.symbols[owner]?.facts.id ?? ''));
  const modules = new Set(project.files.map((file) => project.symbols[file.firstSymbol]?.id));
  for (const functions of inner)
    for (const { id, around } of functions?.list ?? [])
      if (!modules.has(around)) holders.set(ids.of(id), ids.of(around));
  return holders;
}
