import type { GraphEdge } from '#domain/graph/dependency-graph.ts';
import type { RecordedEdge } from '#engine/dependencies/create-edge-recorder.ts';
import { createSight } from '#engine/dependencies/create-sight.ts';
import { innerAt, type InnerFunctions } from '#engine/dependencies/inner-functions.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';
import { symbolIdAt } from '#engine/dependencies/symbol-id-at.ts';

/** A recorded edge with the ids of its ends. */
export interface PlacedEdge {
  readonly edge: GraphEdge;
  readonly recorded: RecordedEdge;
  /** The symbol or inner function that has the need: a declaration keeps its own, also where its call runs in the module. */
  readonly needs: string;
}

/** Gives the recorded edges of a project their ends, inner functions among them where `inner` lists them, and tells the indirect ones. */
export function placeEdges(project: ProjectModel, inner: readonly (InnerFunctions | null)[]): PlacedEdge[] {
  const placed = project.edges.edges().flatMap((recorded) => placeEdge(project, inner, recorded));
  const mentions = placed
    .filter(({ recorded }) => recorded.by === 'name' && 'symbol' in recorded.target)
    .map(({ needs, edge }) => [needs, edge.to] as const);
  const sight = createSight(mentions, holdersOf(project, inner));
  return placed
    .toSorted((a, b) => (a.needs < b.needs ? -1 : a.needs > b.needs ? 1 : 0))
    .map((each) => {
      const isKnown = each.recorded.by === 'name' || 'external' in each.recorded.target;
      if (isKnown || sight.sees(each.needs, each.edge.to)) return each;
      return { ...each, edge: { ...each.edge, indirect: true } };
    });
}

function placeEdge(
  project: ProjectModel,
  inner: readonly (InnerFunctions | null)[],
  recorded: RecordedEdge,
): PlacedEdge[] {
  const { site, target, kind } = recorded;
  const symbol = symbolIdAt(project, site);
  const functions = inner[site.file.index] ?? null;
  const runsIn = functions?.runsIn(site.node) ?? symbol;
  const isDeclaration = kindAt(project, recorded) === 'declaration';
  const needs = isDeclaration ? symbol : runsIn;
  const place = target.inner ?? null;
  const innerId = place === null ? null : innerAt(inner, place);
  const to = innerId ?? ('symbol' in target ? (project.symbols[target.symbol]?.id ?? '') : target.external);
  // A function inside a symbol is no end of its own where it is not listed: its symbol does not call itself.
  if (place !== null && innerId === null && to === runsIn) return [];
  return [{ edge: { from: kind === 'call' ? runsIn : needs, to, kind }, recorded, needs }];
}

function kindAt(project: ProjectModel, { site: { file, node } }: RecordedEdge): string {
  return project.symbols[file.firstSymbol + (file.owners[node] ?? 0)]?.kind ?? '';
}

/** Methods stand in classes, inner functions in functions; what stands in a module only is not held. */
function holdersOf(project: ProjectModel, inner: readonly (InnerFunctions | null)[]): Map<string, string> {
  const holders = new Map<string, string>();
  for (const { symbols } of project.files)
    for (const { facts, owner } of symbols.symbols)
      if (owner > 0) holders.set(facts.id, symbols.symbols[owner]?.facts.id ?? '');
  const modules = new Set(project.files.map((file) => project.symbols[file.firstSymbol]?.id));
  for (const functions of inner)
    for (const { id, around } of functions?.list ?? []) if (!modules.has(around)) holders.set(id, around);
  return holders;
}
