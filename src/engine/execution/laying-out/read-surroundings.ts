import type { SourceFile } from '#domain/atom/source-file.ts';
import { findImportedPaths } from '#domain/build/find-imported-paths.ts';
import type { Repository } from '#domain/run/repository.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

export interface Surroundings {
  /** Texts that the written files had before the run. */
  readonly originals: readonly SourceFile[];
  /** Existing source files that the written files import, directly or through others. */
  readonly context: readonly SourceFile[];
  /** Existing test files that import a written file. */
  readonly tests: readonly SourceFile[];
}

export interface SurroundingsRequest {
  readonly repository: Repository;
  readonly commit: string;
  readonly written: readonly SourceFile[];
  readonly isCode: (path: string) => boolean;
}

const MOST_FILES = 300;
const LARGEST_FILE = 200_000;
const TEST_PATH = /(?:^|\/)(?:tests?|__tests__|spec)\/|(?:\.|_|-)(?:test|spec)\.[^/]+$|(?:^|\/)test_[^/]+$/;

/** Reads what a repository already holds around the files that a run writes. An empty answer for an empty repository. */
export async function readSurroundings(tree: SourceTree, request: SurroundingsRequest): Promise<Surroundings> {
  const { repository, commit, written, isCode } = request;
  const entries = (await tree.list(repository, commit)).filter((entry) => entry.size <= LARGEST_FILE);
  const known = new Set(entries.map((entry) => entry.path));
  const paths = new Set(written.map((file) => file.path));
  const read = async (wanted: readonly string[]): Promise<SourceFile[]> => {
    if (wanted.length === 0) return [];
    const texts = await tree.read(repository, commit, wanted);
    return [...texts].map(([path, text]) => ({ path, text }));
  };
  const originals = await read([...paths].filter((path) => known.has(path)));
  const testPaths = [...known].filter((path) => isCode(path) && TEST_PATH.test(path) && !paths.has(path));
  const everywhere = new Set([...known, ...paths]);
  const tests = (await read(testPaths.slice(0, MOST_FILES))).filter((test) =>
    findImportedPaths(test, everywhere).some((path) => paths.has(path)),
  );
  const code = new Set([...known].filter((path) => isCode(path) && !paths.has(path)));
  const context = await followImports([...written, ...tests], code, read);
  const taken = new Set(tests.map((test) => test.path));
  return { originals, tests, context: context.filter((file) => !taken.has(file.path)) };
}

async function followImports(
  start: readonly SourceFile[],
  known: ReadonlySet<string>,
  read: (paths: readonly string[]) => Promise<SourceFile[]>,
): Promise<SourceFile[]> {
  const found = new Map<string, SourceFile>();
  let frontier = start;
  while (frontier.length > 0 && found.size < MOST_FILES) {
    const wanted = new Set(frontier.flatMap((file) => findImportedPaths(file, known)));
    const fresh = [...wanted].filter((path) => !found.has(path)).slice(0, MOST_FILES - found.size);
    frontier = await read(fresh);
    for (const file of frontier) found.set(file.path, file);
    // A listed path that could not be read (binary, gone) must not be asked for again for ever.
    if (frontier.length === 0) break;
  }
  return [...found.values()];
}
