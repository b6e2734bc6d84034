import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runHostCommand, type HostOutcome } from '#action/src/run-host-command.ts';
import type { PythonProject } from '#action/src/toolchains/python/python-project.ts';

const FLAGS = ['--disable-pip-version-check', '--no-input', '--quiet', '--only-binary', ':all:'];

/** Installs requirements.txt beside the project, wheels only (a source package would run its own code); null: nothing to do. */
export async function installPythonPackages(
  project: PythonProject,
  command: string | null,
  timeoutMs: number,
): Promise<HostOutcome | null> {
  if (command !== null) return runHostCommand(['/bin/sh', '-c', command], project.root, timeoutMs);
  const requirements = join(project.root, 'requirements.txt');
  const target = join(project.root, '.mge-site');
  if (!existsSync(requirements) || existsSync(target)) return null;
  const { executable } = project.interpreter;
  return runHostCommand(
    [executable, '-I', '-m', 'pip', 'install', ...FLAGS, '--target', target, '-r', requirements],
    '/',
    timeoutMs,
  );
}
