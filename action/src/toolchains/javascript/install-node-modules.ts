import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runHostCommand, type HostOutcome } from '#action/src/run-host-command.ts';
import type { NodeProject } from '#action/src/toolchains/node-project.ts';

const FLAGS = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];

/** Installs what package.json names, with the network and without lifecycle scripts; nothing to do when it stands there. */
export async function installNodeModules(
  project: NodeProject,
  command: string | null,
  timeoutMs: number,
): Promise<HostOutcome | null> {
  if (command !== null) return runHostCommand(['/bin/sh', '-c', command], project.root, timeoutMs);
  if (!project.hasDependencies || existsSync(join(project.root, 'node_modules'))) return null;
  const locked =
    existsSync(join(project.root, 'package-lock.json')) || existsSync(join(project.root, 'npm-shrinkwrap.json'));
  return runHostCommand(
    ['npm', ...(locked ? ['ci'] : ['install', '--no-save', '--no-package-lock']), ...FLAGS],
    project.root,
    timeoutMs,
  );
}
