import type { ManifestEdit } from '#domain/verdict/manifest-trials.ts';
import type { BatchFacts } from '#engine/validation/batch-facts.ts';
import { layStubs, lineOfOffset, offsetOfPlace, type StubbedText } from '#engine/validation/running/stubbed-text.ts';
import type { Workspace } from '#engine/validation/toolchain.ts';

/** Where a place of the laid-out tree lies in the candidate commit. */
export interface OriginalPlace {
  readonly file: string;
  readonly offset: number;
  readonly line: number;
}

/** A text that stands in the candidates' place for a while: a fault, or both versions of a function. */
export interface PlantedEdit {
  readonly file: string;
  readonly edit: ManifestEdit;
}

/** The checkout, in which any set of symbols can be turned into stubs; only files that change are written. */
export interface CandidateTree {
  /**
   * Makes exactly these symbols stubs (those that can be) and puts the planted texts in place, those inside a stub left out;
   * returns the symbols that stand as stubs now.
   */
  lay(stubbed: ReadonlySet<string>, planted?: readonly PlantedEdit[]): Promise<ReadonlySet<string>>;
  place(file: string, line: number, column: number): OriginalPlace;
  /** Text of a file in the candidate commit; empty when there is none. */
  original(file: string): string;
}

export async function createCandidateTree(deps: { facts: BatchFacts; workspace: Workspace }): Promise<CandidateTree> {
  const { facts, workspace } = deps;
  const files = [
    ...new Set([
      ...facts.manifest.symbols.map((symbol) => symbol.file),
      ...facts.manifest.tests.map((test) => test.file),
    ]),
  ];
  const originals = new Map<string, string>();
  for (const file of files) {
    const text = await workspace.read(file);
    if (text !== null) originals.set(file, text);
  }
  const laid = new Map<string, StubbedText>([...originals].map(([file, text]) => [file, layStubs(text, [])]));

  return {
    async lay(stubbed, planted = []) {
      const standing = new Set<string>();
      for (const [file, original] of originals) {
        const replaced = facts
          .symbolsIn(file)
          .flatMap(({ id, stub }) => (stub !== null && stubbed.has(id) ? [{ id, stub }] : []));
        replaced.forEach(({ id }) => standing.add(id));
        const edits = planted.flatMap((one) => (one.file === file ? [one.edit] : []));
        const next = layStubs(original, [...replaced.map(({ stub }) => stub), ...edits]);
        if (next.text !== laid.get(file)?.text) await workspace.write(file, next.text);
        laid.set(file, next);
      }
      return standing;
    },
    place(file, line, column) {
      const current = laid.get(file);
      if (current === undefined) return { file, offset: 0, line };
      const offset = current.toOriginal(offsetOfPlace(current.text, line, column));
      return { file, offset, line: lineOfOffset(originals.get(file) ?? '', offset) };
    },
    original: (file) => originals.get(file) ?? '',
  };
}
