import { ObjectReader } from '#local/github/git/object-reader.ts';
import { writeObject } from '#local/github/git/write-object.ts';

/** Writes a blob and gives its SHA. */
export function writeBlob(gitDir: string, content: string | Uint8Array): Promise<string> {
  return writeObject(gitDir, 'blob', typeof content === 'string' ? Buffer.from(content) : content);
}

/** Writes many blobs and gives their SHAs in order. */
export function writeBlobs(gitDir: string, contents: readonly string[]): Promise<string[]> {
  return Promise.all(contents.map((content) => writeBlob(gitDir, content)));
}

/** The bytes of a blob, or null when there is none of that name (`<sha>` or `<revision>:<path>`). */
export async function readBlob(gitDir: string, name: string): Promise<Buffer | null> {
  const found = await ObjectReader.of(gitDir).read(name);
  return found?.type === 'blob' ? found.content : null;
}
