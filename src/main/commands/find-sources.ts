import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { createGitIgnore } from '#main/commands/git-ignore.ts';

/** The files that paths, folders and globs mean. */
export interface FoundSources {
  /** Relative to the working folder where they are inside of it; forward slashes; sorted. */
  readonly files: readonly string[];
  /** Paths that were named but are not there. */
  readonly missing: readonly string[];
  /** The folder from which symbols get their dotted names. */
  readonly root: string;
}

const always = ['**/node_modules/**', '**/.git/**', '**/__pycache__/**', '**/.venv/**'];

/**
 * Finds files. In folders and globs `accepts` chooses, and what .gitignore files say is left out; files that are named
 * are always taken.
 */
export async function findSources(paths: readonly string[], accepts: (path: string) => boolean): Promise<FoundSources> {
  const files = new Set<string>();
  const missing: string[] = [];
  const folders: string[] = [];
  const isIgnored = createGitIgnore();
  for (const path of paths) {
    const kind = await kindOf(path);
    if (kind === 'file') files.add(tidy(path));
    else if (kind === 'folder') folders.push(tidy(path));
    const found =
      kind === 'folder'
        ? await listFolder(path)
        : kind === 'glob'
          ? await glob(path, { dot: true, ignore: always })
          : [];
    const chosen = found.filter(accepts).filter((file) => !isIgnored(resolve(file)));
    for (const file of chosen) files.add(tidy(file));
    if (kind === 'nothing' || (kind === 'glob' && found.length === 0)) missing.push(path);
  }
  const sorted = [...files].toSorted();
  return { files: sorted, missing, root: rootOf(paths, folders, sorted) };
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'glob' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return isDynamicPattern(path) ? 'glob' : 'nothing';
  }
}

async function listFolder(folder: string): Promise<string[]> {
  const found = await glob('**', { cwd: folder, dot: true, ignore: always, followSymbolicLinks: false });
  return found.map((file) => join(folder, file));
}

/** One folder is the root itself; otherwise the working folder, or the folder of a file outside of it. */
function rootOf(paths: readonly string[], folders: readonly string[], files: readonly string[]): string {
  const [folder] = folders;
  if (paths.length === 1 && folder !== undefined) return folder === '.' ? '' : folder;
  const [first] = files;
  return first !== undefined && isAbsolute(first) ? dirname(first) : '';
}

function tidy(path: string): string {
  const inside = relative(process.cwd(), resolve(path));
  const plain = inside === '' ? '.' : inside.startsWith('..') ? resolve(path) : inside;
  return plain.split(sep).join('/');
}
