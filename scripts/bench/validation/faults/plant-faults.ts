import type { Syntax } from '#ports/syntax.ts';
import { chooseMutants } from '#domain/mutation/choose-mutants.ts';
import { findMutants } from '#domain/mutation/find-mutants.ts';
import type { Mutant } from '#domain/mutation/mutant.ts';
import { readText, type Library } from '#scripts/bench/validation/faults/library.ts';

/** A fault of a library, and the whole text of its file with it. */
export interface Fault extends Mutant {
  readonly file: string;
  readonly was: string;
  readonly now: string;
}

/** `count` faults, spread over the files by how much there is to make wrong in each, of as many kinds as there are. */
export function plantFaults(library: Library, syntax: Syntax, count: number): Fault[] {
  const files = library.sources.map((file) => {
    const text = readText(library.folder, file);
    return { file, text, mutants: findMutants(syntax.parse({ path: file, text })) };
  });
  const total = files.reduce((sum, { mutants }) => sum + mutants.length, 0);
  return files.flatMap(({ file, text, mutants }) => {
    const share = Math.min(mutants.length, Math.ceil((count * mutants.length) / Math.max(1, total)));
    return chooseMutants(mutants, share).map((mutant) => {
      const now = text.slice(0, mutant.start) + mutant.text + text.slice(mutant.end);
      return { ...mutant, file, was: text, now };
    });
  });
}
