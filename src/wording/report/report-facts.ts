import type { Build } from '#domain/build/build.ts';
import type { AtomState, SymbolState } from '#domain/build/symbol-state.ts';
import type { Run } from '#domain/run/run.ts';

/** An atom together with the state of its symbol. */
interface JudgedAtom {
  readonly atom: AtomState;
  readonly state: SymbolState;
}

export interface LevelFacts {
  readonly level: number;
  readonly symbols: number;
  readonly atoms: number;
  readonly validated: number;
  readonly flagged: number;
}

/** The numbers of a run. Counts are of atoms, without code that stood before. */
export interface ReportFacts {
  readonly atoms: number;
  readonly validated: number;
  /** Validated with the draft's own text. */
  readonly atFirst: number;
  readonly unproved: number;
  readonly flagged: number;
  readonly open: number;
  /** Number of attempts → atoms. */
  readonly attempts: ReadonlyMap<number, number>;
  readonly levels: readonly LevelFacts[];
  /** Symbols that people decided about, by id. */
  readonly decided: readonly SymbolState[];
  /** Symbols whose checks did not all run, and those that stand as stubs. */
  readonly unverified: readonly SymbolState[];
}

export function reportFacts(run: Run): ReportFacts {
  const { build } = run;
  const judged = build === null ? [] : judgedAtoms(build);
  const count = (test: (each: JudgedAtom) => boolean): number => judged.filter(test).length;
  const symbols = Object.values(build?.symbols ?? {}).filter((symbol) => symbol.progress !== 'existing');
  const attempts = new Map<number, number>();
  for (const { state } of judged) attempts.set(state.attempts, (attempts.get(state.attempts) ?? 0) + 1);
  return {
    atoms: judged.length,
    validated: count(({ state }) => state.progress === 'validated'),
    atFirst: count(({ state }) => state.progress === 'validated' && state.attempts <= 1),
    unproved: count(({ state }) => state.progress === 'unproved'),
    flagged: count(({ state }) => state.progress === 'flagged'),
    open: count(({ state }) => state.progress === 'candidate' || state.progress === 'regenerating'),
    attempts: new Map([...attempts].toSorted(([left], [right]) => left - right)),
    levels: build === null ? [] : levelFacts(build, judged),
    decided: symbols.filter((symbol) => symbol.decision !== null),
    unverified: symbols.filter((symbol) => symbol.checks.notExecuted > 0 || symbol.progress === 'flagged'),
  };
}

function judgedAtoms(build: Build): JudgedAtom[] {
  return Object.values(build.atoms).flatMap((atom) => {
    const state = build.symbols[atom.symbol];
    return state === undefined || state.progress === 'existing' ? [] : [{ atom, state }];
  });
}

function levelFacts(build: Build, judged: readonly JudgedAtom[]): LevelFacts[] {
  return build.levels.map((ids, level) => {
    const own = judged.filter(({ state }) => state.level === level);
    const count = (progress: string): number => own.filter(({ state }) => state.progress === progress).length;
    return { level, symbols: ids.length, atoms: own.length, validated: count('validated'), flagged: count('flagged') };
  });
}
