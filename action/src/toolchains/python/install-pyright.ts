import { mkdirSync } from 'node:fs';
import { runHostCommand, type HostOutcome } from '#action/src/run-host-command.ts';
import type { Requirements } from '#action/src/toolchains/python/read-requirements.ts';

const LISTED = /^(pyright|basedpyright)\s*(?:\[[^\]]*\])?\s*(?:===?\s*([\w.]+))?/i;

/** Programs of pyright, from the folder that it was installed into. */
export const PYRIGHT_PROGRAMS = ['pyright', 'basedpyright'].map((name) => `node_modules/${name}/index.js`);

/**
 * Pyright is a program for Node; the Python package of that name fetches it when it first runs, which the sandbox prevents. So the
 * program itself is installed into `folder`, in the version that the project names. Null where the project does not list it.
 */
export function installPyright(
  { lines }: Requirements,
  folder: string,
  timeoutMs: number,
): Promise<HostOutcome> | null {
  const [, name, version] = lines.map((line) => LISTED.exec(line)).find((match) => match !== null) ?? [];
  if (name === undefined) return null;
  mkdirSync(folder, { recursive: true });
  const flags = ['--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return runHostCommand(
    ['npm', 'install', ...flags, `${name.toLowerCase()}@${version ?? 'latest'}`],
    folder,
    timeoutMs,
  );
}
