import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, readJsonIfThere } from '#action/src/read-if-there.ts';

/** Who installs a project's packages; versions as the npm registry takes them (`9`, `9.12.1`). */
export type PackageManager =
  { readonly name: 'npm'; readonly locked: boolean } | { readonly name: 'pnpm' | 'yarn'; readonly version: string };

const PackageFile = z.looseObject({ packageManager: z.string().optional() });

/**
 * By the lock file, in the version that package.json names or that writes such a file. Yarn 2 and later is left to npm, without its lock
 * file: its plugins are code of the checkout, which nothing may run outside the sandbox (`commands.install` may).
 */
export function choosePackageManager(root: string): PackageManager {
  const read = (file: string): string | null => readIfThere(join(root, file));
  if (read('package-lock.json') !== null || read('npm-shrinkwrap.json') !== null) return { name: 'npm', locked: true };
  const { packageManager = '' } = PackageFile.safeParse(readJsonIfThere(join(root, 'package.json'))).data ?? {};
  const named = (name: string): string | undefined =>
    new RegExp(`^${name}@(\\d+(?:\\.\\d+){0,2})`).exec(packageManager)?.[1];
  const pnpm = read('pnpm-lock.yaml');
  if (pnpm !== null) {
    const old = /^lockfileVersion: '?[56]\./m.test(pnpm);
    return { name: 'pnpm', version: named('pnpm') ?? (old ? '8' : '9') };
  }
  if (/^# yarn lockfile v1$/m.test(read('yarn.lock') ?? '')) {
    const version = named('yarn');
    return { name: 'yarn', version: version?.startsWith('1.') === true ? version : '1.22.22' };
  }
  return { name: 'npm', locked: false };
}
