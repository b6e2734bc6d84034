import { z } from 'zod';
import { AtomState, SymbolState } from '#domain/build/symbol-state.ts';

/** A new text for an atom, waiting to be spliced into its file when the next batch is cut. */
export const Replacement = z.object({
  atom: z.string(),
  symbol: z.string(),
  text: z.string().describe('blob hash'),
  attempt: z.number(),
});
export type Replacement = z.infer<typeof Replacement>;

/** One validation run: which symbols it judges, and how far it is. */
export const Batch = z.object({
  number: z.number(),
  key: z.string(),
  symbols: z.array(z.string()),
  sha: z.string().nullable(),
  workflowRunId: z.number().nullable(),
  state: z.enum(['requested', 'dispatched', 'collected', 'lost']),
  tries: z.number(),
  /** Cut while other tasks were still being drafted: it judged a part of the project. */
  early: z.boolean().optional(),
});
export type Batch = z.infer<typeof Batch>;

/** The state of building: the texts, the symbols in their levels, and what was committed. */
export const Build = z.object({
  branch: z.string(),
  /** The commit that the branch started from. */
  base: z.string(),
  head: z.string(),
  /** Path → blob hash of the complete candidate text of every file that the run writes (tests included). */
  files: z.record(z.string(), z.string()),
  /** Blob hash of the analysed project (`Project`, as JSON): atoms, symbols, stubs, edges. */
  analysis: z.string(),
  /** Files that a revised plan does not write any more: path → blob of what stood there before the run, or null. */
  dropped: z.record(z.string(), z.string().nullable()).optional(),
  levels: z.array(z.array(z.string())),
  symbols: z.record(z.string(), SymbolState),
  atoms: z.record(z.string(), AtomState),
  replacements: z.array(Replacement),
  batches: z.array(Batch),
  /** How many levels stand on the branch. */
  committedLevels: z.number(),
  committing: z.boolean(),
  /** A person pushed to the branch, and what they pushed is not taken up yet. */
  pushed: z.object({ by: z.string(), key: z.string(), absorbing: z.string().nullable() }).nullable(),
  suite: z.object({ passed: z.number(), failed: z.number(), skipped: z.number() }).nullable(),
  /** Test files of which all cases have passed in some batch. */
  passedTests: z.array(z.string()).optional(),
  /** Faults planted to try the tests, over all batches, and how many of them were noticed. */
  strength: z.object({ planted: z.number(), noticed: z.number() }).optional(),
  sandbox: z.string().nullable(),
});
export type Build = z.infer<typeof Build>;
