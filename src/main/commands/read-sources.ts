import type { SourceFile } from '#domain/atom/source-file.ts';
import { findSources } from '#main/commands/find-sources.ts';
import { readSource } from '#main/commands/source-reader.ts';

export interface SourceStream {
  readonly root: string;
  /** The files one by one; what cannot be taken is told to `complain` and skipped. */
  readonly files: AsyncIterable<SourceFile>;
}

/** Streams the source files that the paths of a command line mean. `accepts` tells which paths have a known language. */
export async function readSources(
  paths: readonly string[],
  accepts: (path: string) => boolean,
  complain: (message: string) => void,
): Promise<SourceStream> {
  const found = await findSources(paths, accepts);
  for (const path of found.missing) complain(`${path}: nothing there`);
  return { root: found.root, files: stream(found.files, accepts, complain) };
}

async function* stream(
  paths: readonly string[],
  accepts: (path: string) => boolean,
  complain: (message: string) => void,
): AsyncGenerator<SourceFile> {
  for (const path of paths) {
    if (!accepts(path)) {
      complain(`${path}: its language is not known`);
      continue;
    }
    const result = await readSource(path);
    if ('file' in result) yield result.file;
    else complain(`${path}: ${result.problem}`);
  }
}
