/** What one comparison may cost, whatever the machine: inputs of a function, seconds of processor time for it. */
export const COMPARISON_BUDGET = { seed: 1, inputs: 60_000, targetSeconds: 6 } as const;
