import type { Ledger, ModelCall, Spending } from '#ports/ledger.ts';

/** A ledger in memory; `calls` shows what was booked. */
export interface MemoryLedger extends Ledger {
  readonly calls: ReadonlyMap<string, ModelCall>;
  readonly reserved: ReadonlyMap<string, { readonly run: string; readonly usd: number }>;
  /** Runs that have ended. */
  readonly over: Set<string>;
}

export function createMemoryLedger(): MemoryLedger {
  const calls = new Map<string, ModelCall>();
  const reserved = new Map<string, { run: string; usd: number }>();
  const over = new Set<string>();
  const spent = (run: string): number => {
    const booked = [...calls.values()].filter((call) => call.run === run).map((call) => call.costUsd);
    const held = [...reserved.values()].filter((held) => held.run === run).map((held) => held.usd);
    return [...booked, ...held].reduce((sum, usd) => sum + usd, 0);
  };
  return {
    calls,
    reserved,
    over,
    find: async (hash) => calls.get(hash) ?? null,
    reserve: async (run, hash, usd, cap) => {
      if (over.has(run)) return 'run-over';
      if (spent(run) + usd > cap) return 'over-cap';
      reserved.set(hash, { run, usd });
      return 'granted';
    },
    settle: async (call) => {
      calls.set(call.requestHash, call);
      reserved.delete(call.requestHash);
    },
    release: async (hash) => {
      reserved.delete(hash);
    },
    spending: async (run) => sumUp([...calls.values()].filter((call) => call.run === run)),
  };
}

function sumUp(calls: readonly ModelCall[]): Spending {
  const byStage: Record<string, { usd: number; calls: number; tokens: number }> = {};
  for (const call of calls) {
    const stage = byStage[call.stage] ?? { usd: 0, calls: 0, tokens: 0 };
    const { input, output, cacheRead, cacheWrite } = call.tokens;
    byStage[call.stage] = {
      usd: stage.usd + call.costUsd,
      calls: stage.calls + 1,
      tokens: stage.tokens + input + output + cacheRead + cacheWrite,
    };
  }
  return { usd: calls.reduce((sum, call) => sum + call.costUsd, 0), calls: calls.length, byStage };
}
