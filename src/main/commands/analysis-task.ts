import { z } from 'zod';
import { Language } from '#domain/atom/language.ts';

/** What is done with each file: atoms as a line of JSON, atoms as a row of a table, or its tree for the graph. */
export const AnalysisTask = z.object({
  kind: z.enum(['json', 'row', 'tree']),
  /** The folder from which symbols get their dotted names. */
  root: z.string(),
  /** The languages of the files. */
  languages: z.array(Language),
});
export type AnalysisTask = z.infer<typeof AnalysisTask>;

/** A file in the table of `mge atomize`. */
export const AtomRow = z.object({
  cells: z.array(z.union([z.string(), z.number()])),
  /** The oversize atoms: place and reason. */
  oversize: z.array(z.string()),
  atoms: z.number(),
});
export type AtomRow = z.infer<typeof AtomRow>;

const PackedTree = z.object({
  path: z.string(),
  text: z.string(),
  language: Language,
  count: z.number(),
  errors: z.array(z.number()).readonly(),
  kind: z.custom<Uint16Array>((value) => value instanceof Uint16Array),
  field: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  start: z.custom<Uint32Array>((value) => value instanceof Uint32Array),
  end: z.custom<Uint32Array>((value) => value instanceof Uint32Array),
  parent: z.custom<Int32Array>((value) => value instanceof Int32Array),
  after: z.custom<Uint32Array>((value) => value instanceof Uint32Array),
});

/** What came of a file; `problem` says why nothing did. */
export const AnalysisAnswer = z.union([
  z.object({ line: z.string() }),
  z.object({ row: AtomRow }),
  z.object({ tree: PackedTree }),
  z.object({ problem: z.string() }),
]);
export type AnalysisAnswer = z.infer<typeof AnalysisAnswer>;
