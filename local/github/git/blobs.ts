import { GitFailure, readGit, runGit } from '#local/github/git/run-git.ts';

/** Writes a blob and gives its SHA. */
export function writeBlob(gitDir: string, content: string | Uint8Array): Promise<string> {
  return readGit(gitDir, ['hash-object', '-w', '--stdin'], { input: content });
}

/** Writes many blobs with one process and gives their SHAs in order: a level brings hundreds. */
export async function writeBlobs(gitDir: string, contents: readonly string[]): Promise<string[]> {
  if (contents.length === 0) return [];
  const commands = contents.flatMap((content, index) => {
    const bytes = Buffer.from(content);
    const mark = `:${index + 1}`;
    return [Buffer.from(`blob\nmark ${mark}\ndata ${bytes.length}\n`), bytes, Buffer.from(`\nget-mark ${mark}\n`)];
  });
  const input = Buffer.concat(commands);
  // loose objects, however many: a pack for each level would make the next ones slower
  const output = await readGit(gitDir, ['-c', 'fastimport.unpackLimit=1000000', 'fast-import', '--quiet'], { input });
  return output.split('\n');
}

/** The bytes of a blob, or null when there is none of that name (`<sha>` or `<revision>:<path>`). */
export async function readBlob(gitDir: string, name: string): Promise<Buffer | null> {
  if (name.startsWith('-')) return null;
  try {
    return await runGit(gitDir, ['cat-file', 'blob', name]);
  } catch (cause) {
    if (cause instanceof GitFailure) return null;
    throw cause;
  }
}
