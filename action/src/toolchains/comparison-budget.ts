/** What one comparison may cost, whatever the machine: inputs of a function, seconds of processor time for it. */
export const COMPARISON_BUDGET = { seed: 1, inputs: 60_000, targetSeconds: 6 } as const;

/** Share of a run's time, by the clock, after which nothing is gone on with: a run that is ended may tell nothing. */
export const CLOCK_SHARE = 0.8;
