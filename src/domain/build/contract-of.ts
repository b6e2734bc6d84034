import { symbolPath } from '#domain/build/symbol-path.ts';
import type { Contract, Draft } from '#domain/draft/draft.ts';

/** What a draft promised of a symbol; null when it promised nothing (mostly a helper that is not exported). */
export function contractOf(draft: Draft, symbol: { readonly id: string; readonly file: string }): Contract | null {
  const path = symbolPath(symbol);
  return draft.contracts.find((contract) => contract.symbol === path || contract.symbol === symbol.id) ?? null;
}
