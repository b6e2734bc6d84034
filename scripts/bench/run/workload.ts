import { createRandom, logNormal } from '#scripts/bench/run/random.ts';
import type { SymbolGraph } from '#scripts/bench/run/symbol-graph.ts';

/** Of a call to the model, in seconds. */
const CALL = { median: 6, p95: 25 };

/** What a run has to do, drawn once, so that every policy is given the same. */
export interface Workload {
  readonly graph: SymbolGraph;
  /** Symbol → those that it needs. */
  readonly needs: readonly (readonly number[])[];
  /** Symbol → seconds of its first call, and of the second, which only a symbol in `failing` takes. */
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** Symbols whose first text is wrong. */
  readonly failing: ReadonlySet<number>;
  /** Symbol → seconds of the longest path of symbols that wait for it, its own calls included. */
  readonly remaining: readonly number[];
}

export function drawWorkload(graph: SymbolGraph, draw: { readonly seed: number; readonly failing: number }): Workload {
  const random = createRandom(draw.seed);
  const call = () => logNormal(random, CALL.median, CALL.p95);
  const first = graph.levels.map(call);
  const second = graph.levels.map(call);
  const failing = new Set(graph.levels.flatMap((_, symbol) => (random() < draw.failing ? [symbol] : [])));
  const needs: number[][] = graph.levels.map(() => []);
  for (const [from, to] of graph.needs) needs[from]?.push(to);
  return { graph, needs, first, second, failing, remaining: remainingPaths(graph, first) };
}

/** How long the longest path is of which each symbol is the beginning; `seconds`: what each symbol takes. */
function remainingPaths(graph: SymbolGraph, seconds: readonly number[]): number[] {
  const remaining = [...seconds];
  const users: number[][] = graph.levels.map(() => []);
  for (const [from, to] of graph.needs) users[to]?.push(from);
  for (const symbol of byLevel(graph).toReversed()) {
    const after = (users[symbol] ?? []).map((user) => remaining[user] ?? 0);
    remaining[symbol] = (seconds[symbol] ?? 0) + Math.max(0, ...after);
  }
  return remaining;
}

/** Symbols, lower levels first. */
export function byLevel({ levels }: SymbolGraph): number[] {
  return levels.map((_, symbol) => symbol).toSorted((left, right) => (levels[left] ?? 0) - (levels[right] ?? 0));
}

/** Seconds of a validation run: the round trip to Actions, then the work as measured (docs/benchmarks/validation.md). */
export function validationSeconds(batch: { symbols: number; levels: number; faults: number }): number {
  return 45 + 3 + 0.15 * batch.levels + 0.02 * batch.symbols + 0.5 * batch.faults;
}
