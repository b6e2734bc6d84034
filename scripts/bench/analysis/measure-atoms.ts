import { defaultAtomLimits } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { Atomize } from '#engine/atomization/create-atomize.ts';
import { measureMutations, tiles } from '#scripts/bench/analysis/measure-mutations.ts';
import type { Figure } from '#scripts/bench/figure.ts';

/** Whether every file is tiled exactly, how many atoms are within the limits, and whether all others say why not. */
export async function measureAtoms(atomize: Atomize, name: string, files: readonly SourceFile[]): Promise<Figure[]> {
  const taken: FileAtoms[] = [];
  for (const file of files) taken.push(await atomize(file));
  const atoms = taken.flatMap((file) => file.atoms);
  const large = atoms.filter(
    ({ loc, complexity }) => loc > defaultAtomLimits.loc || complexity > defaultAtomLimits.complexity,
  );
  const silent = large.filter((atom) => atom.oversize === null).length;
  const wrong = atoms.filter((atom) => atom.oversize !== null).length - (large.length - silent);
  const exact = taken.filter(tiles).length;
  const cut = await measureMutations(atomize, files, 1);
  return [
    { what: `${name}: files tiled exactly`, measured: `${exact} of ${taken.length}`, asked: 'all' },
    { what: `${name}: mutated files tiled exactly`, measured: cut, asked: 'all' },
    {
      what: `${name}: atoms within the limits`,
      measured: `${((100 * (atoms.length - large.length)) / atoms.length).toFixed(2)} % of ${atoms.length}`,
      asked: '≥ 98 %',
    },
    { what: `${name}: oversize without, or with a false, reason`, measured: `${silent + wrong}`, asked: '0' },
  ];
}
