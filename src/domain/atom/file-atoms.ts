import { z } from 'zod';
import { Atom } from '#domain/atom/atom.ts';
import { Language } from '#domain/atom/language.ts';
import { SymbolFacts } from '#domain/atom/symbol-facts.ts';

/** A file taken apart. `length` is in UTF-16 code units; `errorLines` are 1-based lines that the parser could not read. */
export const FileAtoms = z.object({
  file: z.string(),
  language: Language,
  length: z.number().int(),
  parseErrors: z.number().int(),
  errorLines: z.array(z.number().int()),
  atoms: z.array(Atom),
  symbols: z.array(SymbolFacts),
});
export type FileAtoms = z.infer<typeof FileAtoms>;
