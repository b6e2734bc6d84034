import { lstat, readFile, unlink, writeFile } from 'node:fs/promises';
import { realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Workspace } from '#engine/validation/toolchain.ts';

/** The checkout as a workspace. Links are neither followed nor written through: a candidate may plant one. */
export function createCheckoutWorkspace(root: string): Workspace {
  const real = realpathSync(root);

  async function regularFile(file: string): Promise<string | null> {
    const path = join(root, file);
    const found = await lstat(path).catch(() => null);
    if (found === null || !found.isFile()) return null;
    const folder = realpathSync(dirname(path));
    return folder === real || folder.startsWith(real + sep) ? path : null;
  }

  return {
    async read(file) {
      const path = await regularFile(file);
      return path === null ? null : readFile(path, 'utf8');
    },
    async write(file, text) {
      const path = await regularFile(file);
      if (path === null) return;
      // A new file: the old one may be a hard link to something that is kept.
      await unlink(path);
      await writeFile(path, text);
    },
  };
}
