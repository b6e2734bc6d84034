import type { AtomCheck, AtomVerdict, CheckOutcome, Evidence } from '#domain/verdict/results.ts';
import type { BatchFacts } from '#engine/validation/batch-facts.ts';

/** What was found out about each candidate symbol so far (and each suspect); turned into the atoms' verdicts at the end. */
export interface VerdictBook {
  pass(symbol: string, check: string): void;
  /** `evidence`: why a check that proves nothing does so. */
  skip(symbol: string, check: string, evidence?: Evidence): void;
  /** `atoms`: the atoms that the evidence names; all of the symbol's when empty. */
  fail(symbol: string, check: string, evidence: Evidence, atoms?: readonly string[]): void;
  block(symbol: string, by: string): void;
  /** Its tests ran and none passed, though nobody could be blamed: it has not passed until something executes it. */
  doubt(symbol: string, check: string, evidence: Evidence): void;
  isFailed(symbol: string): boolean;
  hasPassed(symbol: string, check: string): boolean;
  readonly failed: ReadonlySet<string>;
  verdicts(): AtomVerdict[];
}

interface Entry {
  readonly checks: Map<string, { outcome: CheckOutcome; evidence: Evidence | null; atoms: readonly string[] }>;
  blockedBy: string | null;
  doubted: boolean;
}

/** Checks that execute the code. */
const EXECUTING: ReadonlySet<string> = new Set(['unit', 'integration', 'component', 'system']);

/** A failure stays; a pass replaces "not executed". */
function noteIn(
  entry: Entry | undefined,
  check: string,
  outcome: CheckOutcome,
  evidence: Evidence | null = null,
): void {
  const known = entry?.checks.get(check)?.outcome;
  if (known === undefined || (known === 'not-executed' && outcome === 'passed'))
    entry?.checks.set(check, { outcome, evidence, atoms: [] });
}

export function createVerdictBook(facts: BatchFacts): VerdictBook {
  const blamable = facts.manifest.symbols.filter(({ state, suspect }) => state === 'candidate' || suspect === true);
  const entries = new Map<string, Entry>(
    blamable.map((symbol) => [symbol.id, { checks: new Map(), blockedBy: null, doubted: false }]),
  );
  const failed = new Set<string>();

  return {
    pass: (symbol, check) => noteIn(entries.get(symbol), check, 'passed'),
    skip: (symbol, check, evidence) => noteIn(entries.get(symbol), check, 'not-executed', evidence),
    fail(symbol, check, evidence, atoms = []) {
      const entry = entries.get(symbol);
      if (entry === undefined) return;
      failed.add(symbol);
      const known = entry.checks.get(check);
      if (known?.outcome !== 'failed') entry.checks.set(check, { outcome: 'failed', evidence, atoms });
      else if (atoms.length > 0) entry.checks.set(check, { ...known, atoms: [...known.atoms, ...atoms] });
    },
    block(symbol, by) {
      const entry = entries.get(symbol);
      if (entry !== undefined) entry.blockedBy ??= by;
    },
    doubt(symbol, check, evidence) {
      const entry = entries.get(symbol);
      if (entry === undefined) return;
      entry.doubted = true;
      noteIn(entry, check, 'not-executed', evidence);
    },
    isFailed: (symbol) => failed.has(symbol),
    hasPassed: (symbol, check) => entries.get(symbol)?.checks.get(check)?.outcome === 'passed',
    failed,
    verdicts: () =>
      facts.manifest.atoms.map((atom) =>
        judge(atom.id, atom.symbol, entries.get(atom.symbol), failed.has(atom.symbol)),
      ),
  };
}

function judge(id: string, symbol: string, entry: Entry | undefined, symbolFailed: boolean): AtomVerdict {
  const checks: AtomCheck[] = [...(entry?.checks ?? [])].map(([check, { outcome, evidence, atoms }]) => {
    // Evidence that names a sibling says nothing about this atom.
    const mine = outcome !== 'failed' || atoms.length === 0 || atoms.includes(id);
    return mine ? { check, outcome, evidence } : { check, outcome: 'not-executed', evidence: null };
  });
  const failed = checks.some((check) => check.outcome === 'failed');
  const executed = checks.some(({ check, outcome }) => EXECUTING.has(check) && outcome === 'passed');
  const passed = executed || (entry?.doubted !== true && checks.some((check) => check.outcome === 'passed'));
  const blockedBy = failed ? null : symbolFailed ? symbol : (entry?.blockedBy ?? null);
  return {
    id,
    symbol,
    verdict: failed ? 'failed' : passed && blockedBy === null ? 'passed' : 'not-executed',
    blockedBy,
    checks,
  };
}
