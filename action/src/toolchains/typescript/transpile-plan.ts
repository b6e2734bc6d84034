import { existsSync, readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { z } from 'zod';

/** What `tsc --showConfig` says, as far as it is used. */
export const EffectiveConfig = z.object({
  compilerOptions: z.looseObject({ outDir: z.string().optional(), rootDir: z.string().optional() }).default({}),
  files: z.array(z.string()).default([]),
});
export type EffectiveConfig = z.infer<typeof EffectiveConfig>;

export interface TranspileSource {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** Where each source of the project is written as JavaScript: the way `tsc` lays out `outDir`. */
export interface TranspilePlan {
  readonly options: Readonly<Record<string, unknown>>;
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

export function createTranspilePlan(root: string, config: EffectiveConfig): TranspilePlan {
  const files = config.files.map(plain).filter((file) => !/\.d\.[cm]?ts$/.test(file));
  const rootDir = plain(config.compilerOptions.rootDir ?? commonFolder(files));
  const outDir = plain(config.compilerOptions.outDir ?? FALLBACK_OUTPUT);

  function outputOf(source: string): string {
    const inside = posix.relative(rootDir, source);
    const extension = extname(inside);
    return posix.join(
      outDir,
      `${inside.slice(0, inside.length - extension.length)}${OUTPUT_EXTENSION[extension] ?? extension}`,
    );
  }
  return {
    options: {
      ...config.compilerOptions,
      rewriteRelativeImportExtensions: true,
      noEmit: false,
      emitDeclarationOnly: false,
    },
    outputOf,
    sources: (extra) =>
      [...new Set([...files, ...extra])]
        .filter((file) => existsSync(join(root, file)))
        .map((from) => ({ from, to: outputOf(from), text: readFileSync(join(root, from), 'utf8') })),
  };
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
