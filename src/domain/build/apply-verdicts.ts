import type { Build } from '#domain/build/build.ts';
import type { FailedCheck, SymbolState } from '#domain/build/symbol-state.ts';
import type { EventOf } from '#domain/run/event.ts';

export type Verdict = EventOf<'batch-collected'>['symbols'][number];

/** A symbol whose atom is to be written anew, with the evidence of what failed. */
export interface Regeneration {
  readonly symbol: string;
  readonly atom: string;
  readonly attempt: number;
  readonly failure: FailedCheck | null;
}

export interface Judged {
  readonly symbols: SymbolState[];
  readonly regenerations: Regeneration[];
}

/**
 * What the verdicts of a batch make of its symbols. A failed symbol is written anew, unless it failed twice in the same
 * way or used its attempts: then it is flagged. A symbol that something else blocked waits for the next batch. What most
 * others need is written anew first.
 */
export function applyVerdicts(build: Build, verdicts: readonly Verdict[], mostAttempts: number): Judged {
  const dependents = ({ symbol }: Regeneration): number => build.symbols[symbol]?.dependents ?? 0;
  const symbols: SymbolState[] = [];
  const regenerations: Regeneration[] = [];
  for (const verdict of verdicts) {
    const symbol = build.symbols[verdict.symbol];
    if (symbol === undefined || (symbol.progress !== 'candidate' && verdict.verdict !== 'failed')) continue;
    const judged = judge(symbol, verdict);
    const again = judged.progress === 'regenerating' ? regeneration(symbol, verdict, mostAttempts) : null;
    if (again !== null) regenerations.push(again);
    symbols.push(
      judged.progress === 'regenerating' && again === null
        ? { ...judged, progress: 'flagged' }
        : again === null
          ? judged
          : { ...judged, attempts: again.attempt },
    );
  }
  return { symbols, regenerations: regenerations.toSorted((left, right) => dependents(right) - dependents(left)) };
}

function judge(symbol: SymbolState, verdict: Verdict): SymbolState {
  const { checks, weakness = '' } = verdict;
  const tried = { checks, weakness };
  switch (verdict.verdict) {
    case 'passed':
      return { ...symbol, progress: 'validated', ...tried, failure: null };
    case 'not-executed':
      return verdict.blockedBy === null ? { ...symbol, progress: 'unproved', ...tried } : { ...symbol, checks };
    case 'failed':
      return { ...symbol, progress: 'regenerating', ...tried, failure: verdict.failure };
  }
}

function regeneration(symbol: SymbolState, verdict: Verdict, mostAttempts: number): Regeneration | null {
  const sameAgain = verdict.failure !== null && symbol.failure?.fingerprint === verdict.failure.fingerprint;
  const decided = symbol.decision !== null;
  if (symbol.attempts >= mostAttempts || sameAgain || decided || verdict.atom === null) return null;
  return { symbol: symbol.id, atom: verdict.atom, attempt: symbol.attempts + 1, failure: verdict.failure };
}
