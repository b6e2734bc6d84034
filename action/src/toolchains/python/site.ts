import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Interpreter } from '#action/src/toolchains/python/find-interpreter.ts';

/** Where a project's packages stand: a folder of the host, and what it is called inside the sandbox. */
export interface Site {
  readonly host: string;
  readonly inside: string;
}

/** The packages of a virtual environment in the project's folder; null where there is none for this Python. */
export function findEnvironment(root: string, interpreter: Interpreter): Site | null {
  const library = join('.venv', 'lib');
  const [major, minor] = interpreter.version.split('.');
  const folder = `python${major}.${minor}`;
  if (!existsSync(join(root, library)) || !readdirSync(join(root, library)).includes(folder)) return null;
  const site = join(library, folder, 'site-packages');
  return { host: join(root, site), inside: join('/mge/tree', site) };
}

/** Packages that a person installed for themselves. */
export function userSites({ userSite }: Interpreter): Site[] {
  return userSite === null ? [] : [{ host: userSite, inside: userSite }];
}
