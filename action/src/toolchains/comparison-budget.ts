/** What one comparison may cost, whatever the machine: inputs of a function, seconds of processor time for it. */
export const COMPARISON_BUDGET = { seed: 1, inputs: 1500, targetSeconds: 4 } as const;
