import { createEventLine } from '#scripts/bench/run/event-line.ts';
import type { Outcome } from '#scripts/bench/run/outcome.ts';
import { byLevel, validationSeconds, type Workload } from '#scripts/bench/run/workload.ts';

type Progress = 'waiting' | 'writing' | 'written' | 'judged' | 'validated';

/** What a policy sees of a run. */
export interface View {
  readonly work: Workload;
  readonly progress: readonly Progress[];
  /** How many symbols a model is asked for now, and how many validations run. */
  readonly writing: number;
  readonly runs: number;
  /** The lowest level that is not validated whole. */
  readonly level: number;
}

/** A way to order the work of a run: a simple simulation, to see MGE beside. */
export interface Policy {
  readonly name: string;
  readonly mostRuns: number;
  mayWrite(view: View, symbol: number): boolean;
  /** Which of the written symbols go into a validation run now; none: later. `ready`: whatever they need is written too. */
  cut(view: View, ready: readonly number[]): readonly number[];
}

/** Plays a policy: symbols are written on `concurrency` places, the longest remaining path first, and judged in batches. */
export function simulatePolicy(policy: Policy, work: Workload, concurrency: number): Outcome {
  const line = createEventLine();
  const progress: Progress[] = work.first.map(() => 'waiting');
  const wrong = new Set(work.failing);
  const view = { work, progress, writing: 0, runs: 0, level: 0 };
  const order = work.first.map((_, symbol) => symbol).toSorted((a, b) => longer(work, a, b));
  const again: number[] = [];
  const totals = { makespan: 0, runs: 0, runsAtOnce: 0 };

  function write(symbol: number, seconds: number): void {
    view.writing += 1;
    progress[symbol] = 'writing';
    line.after(seconds, () => {
      view.writing -= 1;
      progress[symbol] = 'written';
      step();
    });
  }
  function judge(batch: readonly number[]): void {
    for (const symbol of batch) progress[symbol] = 'judged';
    view.runs += 1;
    totals.runs += 1;
    totals.runsAtOnce = Math.max(totals.runsAtOnce, view.runs);
    const levels = new Set(batch.map((symbol) => work.graph.levels[symbol])).size;
    const faults = batch.filter((symbol) => wrong.has(symbol));
    const spoilt = usersOf(work, wrong);
    line.after(validationSeconds({ symbols: batch.length, levels, faults: faults.length }), () => {
      view.runs -= 1;
      settle(batch, new Set(faults), spoilt);
      step();
    });
  }
  function settle(batch: readonly number[], faults: ReadonlySet<number>, spoilt: ReadonlySet<number>): void {
    for (const symbol of batch) {
      progress[symbol] = faults.has(symbol) ? 'waiting' : spoilt.has(symbol) ? 'written' : 'validated';
      if (faults.has(symbol)) again.push(symbol);
      wrong.delete(symbol);
    }
    view.level = Math.min(...work.graph.levels.filter((_, symbol) => progress[symbol] !== 'validated'));
    totals.makespan = line.now();
  }
  function step(): void {
    while (view.writing < concurrency) {
      const repeated = again.shift();
      const next = repeated ?? order.find((each) => progress[each] === 'waiting' && policy.mayWrite(view, each));
      if (next === undefined) break;
      write(next, (repeated === undefined ? work.first[next] : work.second[next]) ?? 0);
    }
    if (view.runs >= policy.mostRuns) return;
    const batch = policy.cut(
      view,
      order.filter((symbol) => isReady(view, symbol)),
    );
    if (batch.length > 0) judge(batch);
  }
  step();
  line.run();
  if (progress.some((each) => each !== 'validated')) throw new Error(`${policy.name} does not end`);
  return totals;
}

/** Symbols that need a wrong one, directly or through others: nothing can be said of them. */
function usersOf(work: Workload, wrong: ReadonlySet<number>): Set<number> {
  const found = new Set<number>();
  for (const symbol of byLevel(work.graph)) {
    if (work.needs[symbol]?.some((needed) => wrong.has(needed) || found.has(needed)) === true) found.add(symbol);
  }
  return found;
}

function longer({ remaining }: Workload, a: number, b: number): number {
  return (remaining[b] ?? 0) - (remaining[a] ?? 0);
}

function isReady({ progress, work }: View, symbol: number): boolean {
  const known = ['written', 'judged', 'validated'];
  return (
    progress[symbol] === 'written' && (work.needs[symbol] ?? []).every((each) => known.includes(progress[each] ?? ''))
  );
}
