import { NO_TRIALS } from '#domain/verdict/trial-results.ts';
import type { Build } from '#domain/build/build.ts';
import type { SymbolState } from '#domain/build/symbol-state.ts';
import type { EventOf } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import type { Manifest } from '#domain/verdict/manifest.ts';
import type { AtomVerdict, Results } from '#domain/verdict/results.ts';
import { requireBuild } from '#domain/build/require-build.ts';

export function withBuild(run: Run, patch: Partial<Build>): Run {
  return { ...run, build: { ...requireBuild(run), ...patch } };
}

/** The run with one symbol's state changed. */
export function withSymbol(run: Run, id: string, patch: Partial<SymbolState>): Run {
  const { symbols } = requireBuild(run);
  const state = symbols[id];
  if (state === undefined) throw new Error(`no symbol ${id}`);
  return withBuild(run, { symbols: { ...symbols, [id]: { ...state, ...patch } } });
}

export function withAllSymbols(run: Run, patch: Partial<SymbolState>): Run {
  return Object.keys(requireBuild(run).symbols).reduce((each, id) => withSymbol(each, id, patch), run);
}

/** The run with a batch of the given symbols cut. */
export function withBatch(run: Run, number: number, symbols: string[]): Run {
  const { batches } = requireBuild(run);
  const batch = {
    number,
    key: `mge-1-1-${number}`,
    symbols,
    sha: null,
    workflowRunId: null,
    state: 'requested' as const,
    tries: 1,
  };
  return withBuild(run, { batches: [...batches, batch] });
}

/** What the state machine keeps of a dispatched batch. */
export function afterDispatch(run: Run, event: EventOf<'batch-dispatched'>): Run {
  const build = requireBuild(run);
  const batches = build.batches.map((each) =>
    each.number === event.batch ? { ...each, state: 'dispatched' as const, sha: event.sha } : each,
  );
  const atoms = Object.entries(build.atoms).filter(([, atom]) => !event.changed.includes(atom.symbol));
  return withBuild(run, {
    batches,
    files: event.files,
    analysis: event.analysis,
    atoms: { ...Object.fromEntries(atoms), ...Object.fromEntries(event.atoms.map((atom) => [atom.id, atom])) },
    replacements: [],
  });
}

/** Results in which every atom of a manifest passed, but for the given ones. */
export function resultsOf(
  manifest: Manifest,
  headSha: string,
  others: Record<string, Partial<AtomVerdict>> = {},
): Results {
  const passed = (id: string, symbol: string): AtomVerdict => ({
    id,
    symbol,
    verdict: 'passed',
    blockedBy: null,
    checks: [
      { check: 'syntax', outcome: 'passed', evidence: null },
      { check: 'unit', outcome: 'passed', evidence: null },
    ],
  });
  return {
    version: 1,
    run: manifest.run,
    batch: manifest.batch,
    key: manifest.key,
    headSha,
    sandbox: { kind: 'bubblewrap', enforced: ['network'] },
    toolchain: { name: 'typescript', version: '5.9' },
    levels: manifest.levels.map((level) => ({ level, typechecked: true, evidence: [] })),
    atoms: manifest.atoms.map((atom) => ({ ...passed(atom.id, atom.symbol), ...others[atom.symbol] })),
    tests: [],
    suite: { passed: 3, failed: 0, skipped: 0 },
    seconds: 2,
    ...NO_TRIALS,
    error: null,
  };
}

export const failedUnit: Partial<AtomVerdict> = {
  verdict: 'failed',
  checks: [
    { check: 'syntax', outcome: 'passed', evidence: null },
    {
      check: 'unit',
      outcome: 'failed',
      evidence: {
        check: 'unit',
        message: 'expected 2, got 1',
        file: 'test/cents.test.ts',
        line: 3,
        detail: 'at roundHalfUp',
        fingerprint: 'abc',
      },
    },
  ],
};
