import type { Atom } from '#domain/atom/atom.ts';
import { outerSpan } from '#domain/atom/outer-span.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import { spliceRange } from '#domain/atom/splice.ts';
import type { Atomize } from '#engine/atomization/create-atomize.ts';
import type { Syntax } from '#ports/syntax.ts';
import type { Figure } from '#scripts/bench/figure.ts';

/** An atom's descendants stand right behind it. */
function inside(atom: Atom, atoms: readonly Atom[]): readonly Atom[] {
  const first = atoms.indexOf(atom);
  const ids = new Set([atom.id]);
  let last = first + 1;
  for (let next = atoms[last]; next !== undefined && ids.has(next.parent ?? ''); next = atoms[last]) {
    ids.add(next.id);
    last += 1;
  }
  return atoms.slice(first, last);
}

/** A place in another file, eight columns in. */
const elsewhere = '        place\n';

/** Of a file with more atoms than this so many are looked at, evenly chosen. */
const mostAtoms = 50;

interface Tools {
  readonly atomize: Atomize;
  readonly syntax: Pick<Syntax, 'parse'>;
}

/**
 * Atoms of files that parse are put into another file, at another indentation, and from there back into their own places: the
 * file is as it was, or (where lines inside a text moved) parses as it did.
 */
export async function measureSplices(
  { atomize, syntax }: Tools,
  name: string,
  files: readonly SourceFile[],
): Promise<Figure> {
  let all = 0;
  let identical = 0;
  let broken = 0;
  for (const file of files) {
    const { atoms, parseErrors } = await atomize(file);
    if (parseErrors > 0) continue;
    for (const atom of chosenOf(atoms)) {
      const [start, end] = outerSpan(atom, inside(atom, atoms));
      const own = file.text.slice(start, end);
      if (own.trim() === '') continue;
      all += 1;
      const moved = spliceRange(elsewhere, 0, elsewhere.length, own);
      const back = spliceRange(file.text, start, end, moved);
      if (spliceRange(file.text, start, end, own) === file.text && back === file.text) identical += 1;
      else if (syntax.parse({ path: file.path, text: back }).errors.length > 0) {
        broken += 1;
        console.error(`${file.path}: ${atom.id}`);
      }
    }
  }
  return {
    what: `${name}: atoms put back from another file`,
    measured: `${identical} of ${all} identical, ${all - identical - broken} parse, ${broken} do not`,
    asked: 'identical / parses as expected',
  };
}

function chosenOf(atoms: readonly Atom[]): Atom[] {
  const step = Math.max(1, atoms.length / mostAtoms);
  return Array.from(
    { length: Math.min(mostAtoms, atoms.length) },
    (_, index) => atoms[Math.floor(index * step)],
  ).flatMap((atom) => atom ?? []);
}
