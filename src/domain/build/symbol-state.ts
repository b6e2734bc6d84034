import { z } from 'zod';

/**
 * How far a symbol has come. `candidate` waits for a verdict, `regenerating` for a new text, `validated` passed every
 * check that ran, `unproved` passed what could run while its tests could not, `flagged` failed its attempts and is a stub on the branch until a person decides, `existing` stood in
 * the repository before the run and was not touched.
 */
export const SymbolProgress = z.enum(['candidate', 'regenerating', 'validated', 'unproved', 'flagged', 'existing']);
export type SymbolProgress = z.infer<typeof SymbolProgress>;

/** What a person decided about a symbol's atom in review. */
export const Decision = z.enum(['approved', 'edited', 'regenerated']);
export type Decision = z.infer<typeof Decision>;

/** A failed check, as kept in the run: short, redacted, with a fingerprint that is equal for equal failures. */
export const FailedCheck = z.object({
  check: z.string(),
  message: z.string(),
  file: z.string().nullable(),
  line: z.number().nullable(),
  detail: z.string(),
  fingerprint: z.string(),
});
export type FailedCheck = z.infer<typeof FailedCheck>;

export const CheckCounts = z.object({ passed: z.number(), failed: z.number(), notExecuted: z.number() });
export type CheckCounts = z.infer<typeof CheckCounts>;

/** A symbol of the run: the unit of levels, testing and commits. */
export const SymbolState = z.object({
  id: z.string(),
  file: z.string(),
  task: z.string(),
  level: z.number(),
  progress: SymbolProgress,
  /** Attempts made so far; the draft's own text is the first. */
  attempts: z.number(),
  checks: CheckCounts,
  failure: FailedCheck.nullable(),
  /** What its tests do not notice: planted faults that none of them saw. Empty when they did, or were not tried. */
  weakness: z.string().optional(),
  decision: Decision.nullable(),
  /** True when the branch holds another text than the validated one (a later fix or decision is still to be committed). */
  uncommitted: z.boolean(),
  /** How many symbols need this one, directly or through others. */
  dependents: z.number(),
});
export type SymbolState = z.infer<typeof SymbolState>;

/** An atom of the run, with what scoring and review need to know of it. */
export const AtomState = z.object({
  id: z.string(),
  symbol: z.string(),
  file: z.string(),
  kind: z.string(),
  name: z.string(),
  loc: z.number(),
  complexity: z.number(),
  oversize: z.string().nullable(),
  /** True for the atom that spans its whole symbol (children included): the one that is regenerated and reviewed. */
  root: z.boolean(),
});
export type AtomState = z.infer<typeof AtomState>;
