import { dirname, isAbsolute } from 'node:path';
import type { SourceFile } from '#domain/atom/source-file.ts';
import { readSource } from '#main/commands/source-reader.ts';

const names = ['package.json', 'tsconfig.json', 'jsconfig.json', 'go.mod'];

/** The settings files in the folders of the sources and above them: they say how imports find files. */
export function readProjectFiles(paths: readonly string[], root: string): SourceFile[] {
  // Where everything lies elsewhere, the working folder says nothing of it.
  const isHere = paths.some((path) => !isAbsolute(path));
  const folders = new Set([...(isHere ? [''] : []), ...(root === '' ? [] : [root])]);
  for (const path of paths)
    for (let folder = dirname(path); !folders.has(folder) && folder !== '.' && folder !== '/'; folder = dirname(folder))
      folders.add(folder);
  const wanted = [...folders].flatMap((folder) => names.map((name) => (folder === '' ? name : `${folder}/${name}`)));
  return wanted.map(readSource).flatMap((result) => ('file' in result ? [result.file] : []));
}
