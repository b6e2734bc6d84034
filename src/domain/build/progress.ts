import type { Batch, Build } from '#domain/build/build.ts';
import type { SymbolState } from '#domain/build/symbol-state.ts';

/** Settled: nothing more will be tried without a person's word. */
export function isSettled(symbol: SymbolState): boolean {
  return symbol.progress !== 'candidate' && symbol.progress !== 'regenerating';
}

/** Accepted: its text belongs on the branch, not a stub. */
export function isAccepted(symbol: SymbolState): boolean {
  return symbol.progress === 'validated' || symbol.progress === 'unproved' || symbol.progress === 'existing';
}

/** Written and accepted by the run alone: what passed may be found wrong by a wider test that comes later. */
export function mayBeDoubted({ progress, decision }: SymbolState): boolean {
  return (progress === 'validated' || progress === 'unproved') && decision === null;
}

export function symbolsOf(build: Build): SymbolState[] {
  return Object.values(build.symbols);
}

/** Accepted after their level was committed, or taken off the branch again: they are to be committed on top. */
export function lateSymbols(build: Build): SymbolState[] {
  return symbolsOf(build).filter((symbol) => isLate(build, symbol));
}

/** Accepted, and not on the branch although its level is. */
export function isLate(build: Build, symbol: SymbolState): boolean {
  return symbol.uncommitted && symbol.level < build.committedLevels && isAccepted(symbol);
}

export function withSymbols(build: Build, changed: readonly SymbolState[]): Build {
  return {
    ...build,
    symbols: { ...build.symbols, ...Object.fromEntries(changed.map((symbol) => [symbol.id, symbol])) },
  };
}

/** How many levels can be committed now: those that follow the branch's last one and whose symbols are all settled. */
export function countCommittableLevels(build: Build): number {
  const waiting = build.levels.slice(build.committedLevels);
  const unsettled = waiting.findIndex((ids) => !ids.every((id) => settledOrUnknown(build.symbols[id])));
  return unsettled === -1 ? waiting.length : unsettled;
}

function settledOrUnknown(symbol: SymbolState | undefined): boolean {
  return symbol === undefined || isSettled(symbol);
}

/** Its new texts are being put in place for a validation run. */
export function isDispatching(build: Build): boolean {
  return build.batches.some((batch) => batch.state === 'requested');
}

/** A validation run is under way, or about to be. */
export function isJudging(build: Build): boolean {
  return build.batches.some(isUnderWay);
}

/** A batch of the whole project, not of a part of it, has brought its verdicts. */
export function wasJudgedWhole(build: Build): boolean {
  return build.batches.some(({ state, early }) => state === 'collected' && early !== true);
}

export function isUnderWay({ state }: Batch): boolean {
  return state === 'requested' || state === 'dispatched';
}
