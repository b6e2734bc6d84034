import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import type { SourceFile } from '#domain/atom/source-file.ts';

/** Larger files are generated: parsing them says little. */
const largest = 400_000;

/** The source files with these endings in a folder, at most `most`, evenly chosen. */
export async function readCorpus(folder: string, endings: string, most: number): Promise<SourceFile[]> {
  const ignore = ['**/*.min.js', '**/site-packages/**', '**/lib2to3/tests/**'];
  const found = await glob(`**/*.{${endings},}`, { cwd: folder, dot: true, ignore, followSymbolicLinks: false });
  const paths = found
    .toSorted()
    .map((path) => join(folder, path))
    .filter((path) => path.includes('.') && statSync(path).size < largest);
  const step = Math.max(1, paths.length / most);
  const chosen = Array.from({ length: Math.min(most, paths.length) }, (_, index) => paths[Math.floor(index * step)]);
  return chosen.flatMap((path) => (path === undefined ? [] : readText(path)));
}

function readText(path: string): SourceFile[] {
  const bytes = readFileSync(path);
  try {
    return [{ path, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }];
  } catch {
    return [];
  }
}

/** The folder of Python's standard library; null without Python. */
export function pythonLibrary(): string | null {
  try {
    return execFileSync('python3', ['-c', "import sysconfig; print(sysconfig.get_path('stdlib'))"], {
      encoding: 'utf8',
    }).trim();
  } catch {
    return null;
  }
}
