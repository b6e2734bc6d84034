import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import { wordPattern } from '#domain/atom/names/word-pattern.ts';
import { outerSpan } from '#domain/atom/outer-span.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { ContextSection } from '#domain/build/pack-context.ts';

const testPath = /(?:^|\/)(?:tests?|__tests__|spec)\/|[._-](?:test|spec)\.[^/]+$|(?:^|\/)test_[^/]+$/u;

/** The top-level parts of test files (a small file: all of it) that mention a name, whole. */
export function testsMentioning(
  files: readonly SourceFile[],
  fileAtoms: readonly FileAtoms[],
  name: string,
): ContextSection[] {
  const word = wordPattern(name);
  return fileAtoms
    .filter(({ file }) => testPath.test(file))
    .flatMap(({ file, atoms }) => {
      const text = files.find((each) => each.path === file)?.text ?? '';
      const root = atoms.find((atom) => atom.parent === null);
      const parts = atoms.filter((atom) => atom.parent === root?.id && atom.kind !== 'imports');
      return (parts.length === 0 ? atoms : parts)
        .map((atom) => text.slice(...outerSpan(atom, atoms)).trim())
        .filter((part) => word.test(part))
        .map((part) => ({ title: `test in ${file}`, text: part }));
    });
}
