import type { Batch, Build } from '#domain/build/build.ts';
import { isAccepted, mayBeDoubted } from '#domain/build/progress.ts';
import type { Project, ProjectSymbol } from '#domain/build/project.ts';
import type { SymbolState } from '#domain/build/symbol-state.ts';
import type { Run } from '#domain/run/run.ts';
import type { Manifest, ManifestSymbol } from '#domain/verdict/manifest.ts';
import { rootAtoms } from '#engine/execution/laying-out/symbol-states.ts';

/** What the validation job of a batch must judge. `candidates`: the batch's symbols, and all whose text changed for it. */
export function buildManifest(
  run: Run,
  build: Build,
  batch: Batch,
  project: Project,
  candidates: ReadonlySet<string>,
): Manifest {
  const known = new Set(project.symbols.map((symbol) => symbol.id));
  const roots = rootAtoms(project.atoms);
  const symbols = project.symbols.map((symbol) => manifestSymbol(symbol, run, build, candidates));
  const blamable = new Set(symbols.flatMap(({ id, state, suspect }) => (isBlamable(state, suspect) ? [id] : [])));
  const walked = project.symbols.filter((symbol) => candidates.has(symbol.id)).map((symbol) => symbol.level);
  return {
    version: 1,
    run: run.id,
    batch: batch.number,
    key: batch.key,
    levels: levelsToWalk(build, walked),
    symbols,
    atoms: project.atoms
      .filter((atom) => blamable.has(atom.symbol) && (atom.loc > 0 || roots.get(atom.symbol)?.id === atom.id))
      .map(({ id, symbol, file, ranges, startLine, endLine }) => ({ id, symbol, file, ranges, startLine, endLine })),
    needs: project.needs.filter(([from, to]) => known.has(from) && known.has(to)),
    tests: manifestTests(project, known, new Set(build.passedTests)),
    boundaries: project.boundaries.map(({ kind, afterLevel, symbols }) => ({
      kind,
      afterLevel,
      symbols: symbols.filter((id) => known.has(id)),
    })),
    mutants: [],
    comparisons: [],
    toolchain: 'auto',
    commands: { ...run.settings.commands },
    limits: limitsOf(run),
  };
}

function isBlamable(state: ManifestSymbol['state'], suspect: boolean | undefined): boolean {
  return state === 'candidate' || suspect === true;
}

function manifestTests({ tests }: Project, known: ReadonlySet<string>, passed: ReadonlySet<string>): Manifest['tests'] {
  return tests.map(({ file, kind, symbols }) => {
    const named = symbols.filter((id) => known.has(id));
    return { file, kind, symbols: named, ...(passed.has(file) ? { passed: true } : {}) };
  });
}

function limitsOf({ settings }: Run): Manifest['limits'] {
  return {
    atomSeconds: Math.min(600, settings.limits.atom_seconds),
    jobSeconds: Math.min(21_600, settings.limits.job_minutes * 60),
    memoryMb: settings.limits.memory_mb,
    trialShare: settings.validation.trial_share,
  };
}

/** From the lowest level that is not committed or holds a candidate, upwards. */
function levelsToWalk(build: Build, candidateLevels: readonly number[]): number[] {
  const first = Math.min(build.committedLevels, ...candidateLevels);
  return build.levels.map((_, number) => number).filter((number) => number >= first);
}

function manifestSymbol(
  symbol: ProjectSymbol,
  run: Run,
  build: Build,
  candidates: ReadonlySet<string>,
): ManifestSymbol {
  const { id, file, level, stub } = symbol;
  const state = stateOf(symbol, build, candidates);
  const suspect = state === 'settled' && isSuspect(run, build.symbols[id]);
  return { id, file, level, state, stub, ...(suspect ? { suspect } : {}) };
}

/** While it builds, a run may find wrong what it took for right. Once people read the code, it is theirs to judge. */
function isSuspect({ stage }: Run, symbol: SymbolState | undefined): boolean {
  return symbol !== undefined && stage !== 'reviewing' && mayBeDoubted(symbol);
}

function stateOf(symbol: ProjectSymbol, build: Build, candidates: ReadonlySet<string>): ManifestSymbol['state'] {
  if (candidates.has(symbol.id)) return 'candidate';
  const state = build.symbols[symbol.id];
  if (symbol.existing || state === undefined || isAccepted(state)) return 'settled';
  // A text that a person wrote stands on the branch whatever its checks say, and so it stands here.
  return state.decision === 'edited' ? 'settled' : 'waiting';
}
