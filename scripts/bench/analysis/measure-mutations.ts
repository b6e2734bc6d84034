import type { SourceFile } from '#domain/atom/source-file.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import type { Atomize } from '#engine/atomization/create-atomize.ts';

/**
 * Files with a piece taken out at several places, a line end and an astral character added: mostly syntax errors. The places
 * follow from the text, so that each run is the same.
 */
export async function measureMutations(atomize: Atomize, files: readonly SourceFile[], times: number): Promise<string> {
  let exact = 0;
  for (const { path, text } of files)
    for (let time = 1; time <= times; time += 1) {
      const at = (text.length * 7919 * time) % Math.max(1, text.length - 40);
      const mutated = `${text.slice(0, at)}${text.slice(at + 1 + ((text.length * time) % 37))}\r\n\u{1F980}`;
      if (tiles(await atomize({ path, text: mutated }))) exact += 1;
    }
  return `${exact} of ${files.length * times}`;
}

/** Whether the ranges of all atoms cover the text once. */
export function tiles({ atoms, length }: FileAtoms): boolean {
  const ranges = atoms.flatMap((atom) => atom.ranges).toSorted((a, b) => a[0] - b[0]);
  let at = 0;
  for (const [start, end] of ranges) {
    if (start !== at || end <= start) return false;
    at = end;
  }
  return at === length;
}
