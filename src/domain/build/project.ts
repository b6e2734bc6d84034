import { z } from 'zod';

/** A symbol as the server keeps it between batches: where its text stands, its stub, its level. */
export const ProjectSymbol = z.object({
  id: z.string(),
  file: z.string(),
  kind: z.string(),
  name: z.string(),
  signature: z.string(),
  start: z.number(),
  end: z.number(),
  exported: z.boolean(),
  level: z.number(),
  task: z.string(),
  existing: z.boolean(),
  stub: z.object({ start: z.number(), end: z.number(), text: z.string() }).nullable(),
});
export type ProjectSymbol = z.infer<typeof ProjectSymbol>;

export const ProjectAtom = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  symbol: z.string(),
  file: z.string(),
  kind: z.string(),
  name: z.string(),
  ranges: z.array(z.tuple([z.number(), z.number()])),
  startLine: z.number(),
  endLine: z.number(),
  loc: z.number(),
  complexity: z.number(),
  oversize: z.string().nullable(),
});
export type ProjectAtom = z.infer<typeof ProjectAtom>;

export const ProjectTest = z.object({
  file: z.string(),
  kind: z.enum(['unit', 'integration']),
  task: z.string(),
  symbols: z.array(z.string()),
  /** False when MGE cannot read its language: then nothing is known of what it reaches. */
  readable: z.boolean(),
});
export type ProjectTest = z.infer<typeof ProjectTest>;

export const Boundary = z.object({
  kind: z.enum(['module', 'component', 'system']),
  afterLevel: z.number(),
  symbols: z.array(z.string()),
});
export type Boundary = z.infer<typeof Boundary>;

/** Everything that analysis knows of a run's candidate files. Offsets are UTF-16 code units into the full candidate texts. */
export const Project = z.object({
  symbols: z.array(ProjectSymbol),
  atoms: z.array(ProjectAtom),
  /** Symbol needs symbol. */
  needs: z.array(z.tuple([z.string(), z.string()])),
  levels: z.array(z.array(z.string())),
  cycles: z.array(z.array(z.string())),
  boundaries: z.array(Boundary),
  tests: z.array(ProjectTest),
  /** Symbol → what its atoms do not meet of the criteria of atomicity, for people. */
  doubts: z.record(z.string(), z.array(z.string())).default({}),
  /** Share of references resolved, 0 to 1. */
  completeness: z.number(),
  /** Path of a source file that the run writes (tests and plain files excluded) → the task that wrote it. */
  tasks: z.record(z.string(), z.string()),
  /** Path → blob hash of the text that a written file had before the run. */
  originals: z.record(z.string(), z.string()),
  /** Path → blob hash of existing files that the run's files import, and of existing tests that reach them. */
  context: z.record(z.string(), z.string()),
});
export type Project = z.infer<typeof Project>;
