import type { BatchFacts } from '#engine/validation/batch-facts.ts';

/** The test files that should notice a fault in a symbol: those that name it, else the nearest that reach it. */
export function findTrialFiles(facts: BatchFacts, symbol: string): string[] {
  const { tests } = facts.manifest;
  const direct = tests.filter((test) => test.symbols.includes(symbol));
  const reaching = direct.length > 0 ? direct : tests.filter((test) => facts.closure(test.symbols).has(symbol));
  return reaching.map((test) => test.file);
}
