import type { Policy, View } from '#scripts/bench/run/simulate-policy.ts';

/** Of one run of MGE at once. */
const MOST_RUNS = 20;

const isDone = (view: View, symbol: number): boolean => view.progress[symbol] === 'validated';

/** Waits until a whole level is validated before it begins with the next. */
const levelBarrier: Policy = {
  name: 'level barrier',
  mostRuns: MOST_RUNS,
  mayWrite: (view, symbol) => view.work.graph.levels[symbol] === view.level,
  cut(view, ready) {
    const open = view.work.graph.levels.some(
      (each, symbol) => each === view.level && ['waiting', 'writing'].includes(view.progress[symbol] ?? ''),
    );
    return open ? [] : ready;
  },
};

/** Begins with a symbol when the code that it needs is validated; validates whatever is written, at once. */
const dataflow: Policy = {
  name: 'dataflow',
  mostRuns: MOST_RUNS,
  mayWrite: (view, symbol) => (view.work.needs[symbol] ?? []).every((needed) => isDone(view, needed)),
  cut: (_view, ready) => ready,
};

/** Needs interfaces only, which the plan froze: everything may be written at once. A tenth of the run is a batch. */
const frozenInterfaces: Policy = {
  name: 'frozen interfaces, a call a symbol',
  mostRuns: MOST_RUNS,
  mayWrite: () => true,
  cut: (view, ready) => (view.writing === 0 || ready.length * 10 >= view.progress.length ? ready : []),
};

const oneRunAtOnce: Policy = {
  ...dataflow,
  name: 'dataflow, one Actions run at once',
  mostRuns: 1,
};

export const policies: readonly Policy[] = [levelBarrier, oneRunAtOnce, dataflow, frozenInterfaces];
