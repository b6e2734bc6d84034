import { tokenizeCode } from '#engine/retrieval/tokenize-code.ts';
import type { Settings } from '#domain/settings/settings.ts';

export interface FileEntry {
  readonly path: string;
  readonly size: number;
}

const ENDINGS: Readonly<Record<Settings['languages'][number], RegExp>> = {
  typescript: /\.[cm]?ts$/u,
  tsx: /\.tsx$/u,
  javascript: /\.(?:[cm]?js|jsx)$/u,
  python: /\.pyi?$/u,
};
const FOREIGN =
  /(?:^|\/)(?:node_modules|dist|build|out|vendor|third_party|coverage|target|\.[\w-]+|venv|__pycache__|site-packages|migrations|generated|__generated__)\/|\.min\.|\.d\.[cm]?ts$|\.generated\.|_pb2\.py$/u;
const LARGEST = 200_000;

/**
 * The code files worth reading for a query, at most `limit`: those whose paths share words with it first, then the ones
 * nearest to the root. Foreign, generated and very large files are left out.
 */
export function chooseFiles(
  entries: readonly FileEntry[],
  query: string,
  languages: Settings['languages'],
  limit: number,
): string[] {
  const asked = new Set(tokenizeCode(query));
  return entries
    .filter(
      ({ path, size }) =>
        size <= LARGEST && size > 0 && !FOREIGN.test(path) && languages.some((each) => ENDINGS[each].test(path)),
    )
    .map(({ path }) => ({
      path,
      shared: new Set(tokenizeCode(path).filter((word) => asked.has(word))).size,
      depth: path.split('/').length,
    }))
    .sort((one, other) => other.shared - one.shared || one.depth - other.depth || (one.path < other.path ? -1 : 1))
    .slice(0, limit)
    .map(({ path }) => path);
}
