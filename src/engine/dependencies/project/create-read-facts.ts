import { LRUCache } from 'lru-cache';
import { readTree } from '#domain/atom/split/atomize-tree.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';
import { readFile } from '#engine/dependencies/project/read-file.ts';
import type { Syntax } from '#ports/syntax.ts';

/** Of so many characters of code the facts are kept: the projects of several runs, in some dozens of megabytes. */
const KEPT_CHARACTERS = 1_000_000;

/**
 * Reads what files say by themselves, and keeps it a while: a run looks at the same project again after every attempt, of
 * which one file is another. The same path and text give the same facts, and the same object while they are kept.
 */
export function createReadFacts({ syntax }: { readonly syntax: Syntax }): (file: SourceFile) => FileFacts {
  const kept = new LRUCache<string, FileFacts>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: ({ tree }) => 1 + tree.text.length,
  });
  return (file) => {
    const key = `${file.path}\0${file.text}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const tree = syntax.parse(file);
    const facts = readFile(tree, readTree(tree, ''));
    kept.set(key, facts);
    return facts;
  };
}
