import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runHostCommand, type HostOutcome } from '#action/src/run-host-command.ts';
import { choosePackageManager, type PackageManager } from '#action/src/toolchains/javascript/choose-package-manager.ts';
import type { NodeProject } from '#action/src/toolchains/node-project.ts';

const NPM_FLAGS = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'];

/**
 * Installs what package.json names, by the lock file's own package manager, with the network and without lifecycle scripts; nothing to
 * do when it stands there. What a checkout can bring to be run by a package manager itself (pnpm's hooks, yarn's path) is switched off.
 */
export async function installNodeModules(
  project: NodeProject,
  command: string | null,
  timeoutMs: number,
): Promise<HostOutcome | null> {
  if (command !== null) return runHostCommand(['/bin/sh', '-c', command], project.root, timeoutMs);
  if (!project.hasDependencies || existsSync(join(project.root, 'node_modules'))) return null;
  return runHostCommand(commandOf(choosePackageManager(project.root)), project.root, timeoutMs);
}

function commandOf(manager: PackageManager): readonly [string, ...string[]] {
  switch (manager.name) {
    case 'npm':
      return ['npm', ...(manager.locked ? ['ci'] : ['install', '--no-save', '--no-package-lock']), ...NPM_FLAGS];
    case 'pnpm':
      return [
        'npx',
        '--yes',
        `pnpm@${manager.version}`,
        'install',
        '--frozen-lockfile',
        '--ignore-scripts',
        '--ignore-pnpmfile',
        '--reporter=append-only',
      ];
    case 'yarn':
      return [
        'env',
        'YARN_IGNORE_PATH=1',
        'npx',
        '--yes',
        `yarn@${manager.version}`,
        '--no-default-rc',
        'install',
        '--frozen-lockfile',
        '--ignore-scripts',
        '--non-interactive',
        '--silent',
      ];
  }
}
