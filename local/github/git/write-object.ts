import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

/**
 * Writes a loose object as git does (header, SHA-1, zlib) and gives its SHA: a level brings hundreds of blobs, and a process
 * for each would take seconds.
 */
export async function writeObject(gitDir: string, type: 'blob' | 'commit', content: Uint8Array): Promise<string> {
  const bytes = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
  const sha = createHash('sha1').update(bytes).digest('hex');
  const folder = join(gitDir, 'objects', sha.slice(0, 2));
  const path = join(folder, sha.slice(2));
  if (await exists(path)) return sha;
  await mkdir(folder, { recursive: true });
  // Under another name first: a reader never sees half an object.
  const temporary = join(folder, `tmp_obj_${randomUUID()}`);
  await writeFile(temporary, deflateSync(bytes, { level: 1 }), { mode: 0o444 });
  await rename(temporary, path);
  return sha;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
