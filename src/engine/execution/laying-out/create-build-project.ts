import type { AtomLimits } from '#domain/atom/atom.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { AnalyseSources } from '#domain/build/analyse-sources.ts';
import type { Project, ProjectAtom, ProjectSymbol } from '#domain/build/project.ts';
import { symbolDoubts } from '#domain/build/symbol-doubts.ts';
import type { Draft } from '#domain/draft/draft.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { generationLevels } from '#engine/execution/laying-out/generation-levels.ts';
import { projectBoundaries } from '#engine/execution/laying-out/project-boundaries.ts';
import { levelNumbers } from '#engine/execution/laying-out/level-numbers.ts';
import { projectNeeds } from '#engine/execution/laying-out/project-needs.ts';
import { symbolsOfAll, withTexts } from '#engine/execution/laying-out/project-symbols.ts';
import { projectTests } from '#engine/execution/laying-out/project-tests.ts';
import { shareOfResolved } from '#engine/execution/laying-out/share-of-resolved.ts';
import { standIns } from '#engine/execution/laying-out/stand-ins.ts';
import { toProjectAtom } from '#engine/execution/laying-out/to-project-atom.ts';

/** A test file; `text` is null when MGE cannot read its language (then nothing is known of what it reaches). */
export interface ProjectTestFile {
  readonly path: string;
  readonly text: string | null;
  readonly kind: 'unit' | 'integration';
  readonly task: string;
}

export interface ProjectSources {
  /** Source files that the run writes, tests excluded. */
  readonly code: readonly SourceFile[];
  readonly tests: readonly ProjectTestFile[];
  readonly context: readonly SourceFile[];
  /** What the written files were before the run. */
  readonly originals: readonly SourceFile[];
  /** Path → task. */
  readonly tasks: Readonly<Record<string, string>>;
  /** The levels of an earlier analysis, which stay; symbols that they do not name are taken as existing. */
  readonly levels: readonly (readonly string[])[] | null;
  /** How large an atom may be in this repository. */
  readonly limits: AtomLimits;
  /** Drafts by task, for what they promise. */
  readonly drafts: ReadonlyMap<string, Draft>;
}

/** Everything of a `Project` but where its surroundings are stored. */
export type BuiltProject = Omit<Project, 'originals' | 'context'>;
export type BuildProject = (sources: ProjectSources) => Promise<BuiltProject>;

/** Takes a run's files apart and draws the whole of it: symbols with levels and stubs, atoms, needs, boundaries, tests. */
export function createBuildProject({ analyse }: { analyse: AnalyseSources }): BuildProject {
  return async (sources) => {
    const tests = sources.tests.flatMap(({ path, text }) => (text === null ? [] : [{ path, text }]));
    const { fileAtoms, graph } = await analyse([...sources.code, ...tests, ...sources.context], sources.limits);
    const earlier =
      sources.originals.length === 0 ? [] : (await analyse([...sources.originals], sources.limits)).fileAtoms;
    const written = withTexts(fileAtoms, sources.code);
    const code = new Set(sources.code.map((file) => file.path));
    const found = symbolsOfAll(code, written, withTexts(earlier, sources.originals), sources.tasks);
    const atoms = fileAtoms
      .filter((parts) => code.has(parts.file))
      .flatMap((parts) => parts.atoms.map(toProjectAtom(parts.file)));
    const doubts = symbolDoubts({
      fileAtoms: [...written.values()].map(({ parts }) => parts).filter(({ file }) => code.has(file)),
      graph,
      limits: sources.limits,
      tests: new Set(tests.map(({ path }) => path)),
      draftOf: (file) => sources.drafts.get(sources.tasks[file] ?? ''),
    });
    return { ...assembleProject(sources, graph, found, atoms), doubts };
  };
}

function assembleProject(
  sources: ProjectSources,
  graph: DependencyGraph,
  found: ProjectSymbol[],
  atoms: ProjectAtom[],
): Omit<BuiltProject, 'doubts'> {
  const owners = standIns(found, atoms);
  const own = found.filter((symbol) => owners.get(symbol.id) === symbol.id);
  const fixed = sources.levels === null ? null : new Set(sources.levels.flat());
  const settled = own.map((symbol) => ({
    ...symbol,
    existing: symbol.existing || (fixed !== null && !fixed.has(symbol.id)),
  }));
  const needs = projectNeeds(graph, owners);
  const drawn = sources.levels ?? generationLevels(inOrder(settled, graph), needs);
  // A project without source files still has one level: it brings the plain files.
  const levels = drawn.length === 0 ? [[]] : drawn.map((level) => [...level]);
  const numbers = levelNumbers(levels);
  const known = new Set(settled.map((symbol) => symbol.id));
  const tests = sources.tests.map(({ path, kind, task, text }) => ({
    file: path,
    kind,
    task,
    readable: text !== null,
  }));
  const reached = projectTests(tests, graph, new Set(owners.keys()));
  return {
    symbols: settled.map((symbol) => ({ ...symbol, level: numbers.get(symbol.id) ?? 0 })),
    atoms,
    needs,
    levels,
    cycles: graph.cycles.map((cycle) => cycle.filter((id) => known.has(id))).filter((cycle) => cycle.length > 0),
    boundaries: projectBoundaries(graph, numbers),
    tests: reached.map((test) => ({ ...test, symbols: [...new Set(test.symbols.map((id) => owners.get(id) ?? id))] })),
    completeness: shareOfResolved(graph),
    tasks: { ...sources.tasks },
  };
}

/** Symbols in the graph's own order: what most others wait for comes first. */
function inOrder(symbols: readonly ProjectSymbol[], graph: DependencyGraph): ProjectSymbol[] {
  const places = new Map(graph.order.map((id, place) => [id, place]));
  const placeOf = (symbol: ProjectSymbol): number => places.get(symbol.id) ?? graph.order.length;
  return symbols.toSorted((left, right) => placeOf(left) - placeOf(right));
}
