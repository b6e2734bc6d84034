import { z } from 'zod';

/** The kinds of atoms, from the whole file down to a part of a statement. */
export const AtomKind = z.enum([
  'module',
  'imports',
  'declaration',
  'class',
  'function',
  'method',
  'statements',
  'block',
]);
export type AtomKind = z.infer<typeof AtomKind>;

/**
 * A piece of a file's syntax tree: the unit of generation, scoring and review.
 * `ranges` are its own text (UTF-16 offsets, end exclusive), with holes where its children stand; the ranges of all
 * atoms of a file tile `[0, length)`. A class or module that consists only of its children may own no text at all.
 * Lines are 1-based. `symbol` is the dotted id of the symbol it belongs to.
 */
export const Atom = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  kind: AtomKind,
  name: z.string(),
  symbol: z.string(),
  ranges: z.array(z.tuple([z.number().int(), z.number().int()])),
  startLine: z.number().int(),
  endLine: z.number().int(),
  loc: z.number().int(),
  complexity: z.number().int(),
  oversize: z.string().nullable(),
  reads: z.array(z.string()),
  writes: z.array(z.string()),
  calls: z.array(z.string()),
  types: z.array(z.string()),
});
export type Atom = z.infer<typeof Atom>;

/** How large one atom may be: lines of code of its own, and 1 + decision points of its own. */
export const AtomLimits = z.object({ loc: z.number().int().positive(), complexity: z.number().int().positive() });
export type AtomLimits = z.infer<typeof AtomLimits>;

export const defaultAtomLimits: AtomLimits = { loc: 10, complexity: 3 };
