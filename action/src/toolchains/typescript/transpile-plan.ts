import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { z } from 'zod';

/** Paths of a project, from its root folder. */
export const ProjectSettings = z.object({
  files: z.array(z.string()),
  rootDir: z.string().nullable(),
  outDir: z.string().nullable(),
});
export type ProjectSettings = z.infer<typeof ProjectSettings>;

export interface TranspileSource {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** Where each source of the project is written as JavaScript: the way `tsc` lays out `outDir`. */
export interface TranspilePlan {
  outputOf(source: string): string;
  /** The sources as they stand now. */
  sources(extra: readonly string[]): TranspileSource[];
}

const OUTPUT_EXTENSION: Readonly<Record<string, string>> = {
  '.ts': '.js',
  '.tsx': '.js',
  '.mts': '.mjs',
  '.cts': '.cjs',
};
const FALLBACK_OUTPUT = '.mge-dist';

export function createTranspilePlan(root: string, config: ProjectSettings): TranspilePlan {
  const files = config.files.map(plain).filter((file) => !/\.d\.[cm]?ts$/.test(file));
  const rootDir = plain(config.rootDir ?? commonFolder(files));
  const outDir = plain(config.outDir ?? FALLBACK_OUTPUT);

  function outputOf(source: string): string {
    const inside = posix.relative(rootDir, source);
    const extension = extname(inside);
    return posix.join(
      outDir,
      `${inside.slice(0, inside.length - extension.length)}${OUTPUT_EXTENSION[extension] ?? extension}`,
    );
  }
  return {
    outputOf,
    sources: (extra) =>
      [...new Set([...files, ...extra])]
        .filter((file) => isOwnFile(root, file))
        .map((from) => ({ from, to: outputOf(from), text: readFileSync(join(root, from), 'utf8') })),
  };
}

/** A regular file inside the root, reached without links: a candidate may have planted one that leads to the host's files. */
function isOwnFile(root: string, file: string): boolean {
  const path = join(root, file);
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  return realpathSync(path) === join(realpathSync(root), file);
}

function plain(path: string): string {
  return posix.normalize(path).replace(/^\.\//, '').replace(/\/$/, '') || '.';
}

function commonFolder(files: readonly string[]): string {
  const folders = files.map((file) => posix.dirname(file).split('/'));
  const [first = [], ...rest] = folders;
  const shared = first.filter((part, index) =>
    rest.every((parts) => first.slice(0, index + 1).join('/') === parts.slice(0, index + 1).join('/') && part !== '.'),
  );
  return shared.join('/') || '.';
}
