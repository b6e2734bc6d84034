import type { Batch, Build } from '#domain/build/build.ts';
import { isAccepted } from '#domain/build/progress.ts';
import type { Project, ProjectSymbol } from '#domain/build/project.ts';
import type { Run } from '#domain/run/run.ts';
import type { Manifest, ManifestSymbol } from '#domain/verdict/manifest.ts';
import { rootAtoms } from '#engine/execution/symbol-states.ts';

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
  const walked = project.symbols.filter((symbol) => candidates.has(symbol.id)).map((symbol) => symbol.level);
  return {
    version: 1,
    run: run.id,
    batch: batch.number,
    key: batch.key,
    levels: levelsToWalk(build, walked),
    symbols: project.symbols.map((symbol) => manifestSymbol(symbol, build, candidates)),
    atoms: project.atoms
      .filter((atom) => candidates.has(atom.symbol) && (atom.loc > 0 || roots.get(atom.symbol)?.id === atom.id))
      .map(({ id, symbol, file, ranges, startLine, endLine }) => ({ id, symbol, file, ranges, startLine, endLine })),
    needs: project.needs.filter(([from, to]) => known.has(from) && known.has(to)),
    tests: project.tests.map(({ file, kind, symbols }) => ({
      file,
      kind,
      symbols: symbols.filter((id) => known.has(id)),
    })),
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

function manifestSymbol(symbol: ProjectSymbol, build: Build, candidates: ReadonlySet<string>): ManifestSymbol {
  const { id, file, level, stub } = symbol;
  return { id, file, level, state: stateOf(symbol, build, candidates), stub };
}

function stateOf(symbol: ProjectSymbol, build: Build, candidates: ReadonlySet<string>): ManifestSymbol['state'] {
  if (candidates.has(symbol.id)) return 'candidate';
  const state = build.symbols[symbol.id];
  if (symbol.existing || state === undefined || isAccepted(state)) return 'settled';
  // A text that a person wrote stands on the branch whatever its checks say, and so it stands here.
  return state.decision === 'edited' ? 'settled' : 'waiting';
}
