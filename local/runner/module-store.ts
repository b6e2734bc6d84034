import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps installed node_modules between jobs, so that the same packages are installed once. */
export interface ModuleStore {
  /** Folder of modules kept for a checkout's package files; null when there are none. */
  find(checkout: string): string | null;
  /** Keeps the modules that a job has installed in its checkout. */
  keep(checkout: string): void;
}

/** Written by npm when an install is complete. */
const COMPLETE = '.package-lock.json';

/** Modules are kept by the content of the package files. The sandbox shows them read-only: no job changes them for the next. */
export function createModuleStore(folder: string): ModuleStore {
  mkdirSync(folder, { recursive: true });
  return {
    find(checkout) {
      const kept = keptFolder(checkout);
      return kept !== null && existsSync(join(kept, COMPLETE)) ? kept : null;
    },
    keep(checkout) {
      const kept = keptFolder(checkout);
      const place = join(checkout, 'node_modules');
      if (kept === null || existsSync(kept) || !existsSync(join(place, COMPLETE)) || lstatSync(place).isSymbolicLink())
        return;
      renameSync(place, kept);
    },
  };

  function keptFolder(checkout: string): string | null {
    const texts = ['package.json', 'package-lock.json', 'npm-shrinkwrap.json', '.npmrc'].map((file) =>
      join(checkout, file),
    );
    if (!existsSync(join(checkout, 'package.json'))) return null;
    const hash = createHash('sha256').update(process.version);
    for (const path of texts) hash.update(existsSync(path) ? readFileSync(path) : '').update('\0');
    return join(folder, hash.digest('hex').slice(0, 32));
  }
}
