import { INSTALL_MS, type ProjectQuestion } from '#action/src/recognized-project.ts';
import { runHostCommand, type HostOutcome } from '#action/src/run-host-command.ts';
import { findModules, type Interpreter } from '#action/src/toolchains/python/find-interpreter.ts';
import { installPyright } from '#action/src/toolchains/python/install-pyright.ts';
import { installPythonPackages } from '#action/src/toolchains/python/install-python-packages.ts';
import type { PythonProject } from '#action/src/toolchains/python/python-project.ts';
import { findRequiredPackages } from '#action/src/toolchains/python/required-packages.ts';
import { userSites } from '#action/src/toolchains/python/site.ts';

/** The settings' command, else what the project's own files list; pytest where tests need it and nobody lists it. */
export async function installPythonProject(
  question: ProjectQuestion & {
    readonly interpreter: Interpreter;
    readonly project: PythonProject;
    readonly packages: string;
    readonly programs: string;
  },
): Promise<HostOutcome | null> {
  const { root, manifest, interpreter, project, say } = question;
  const command = manifest.commands.install;
  const listed = findRequiredPackages(root);
  if (command !== null) {
    const outcome = await runHostCommand(['/bin/sh', '-c', command], root, INSTALL_MS);
    if (!outcome.passed) return outcome;
  }
  for (const line of command === null ? listed.leftOut : [])
    say(`not installed, since it would run its own code: ${line}`);
  const pyright = project.checker === 'pyright' ? await installPyright(listed, question.programs, INSTALL_MS) : null;
  if (pyright?.passed === false) return pyright;
  if (command !== null) return { passed: true, output: '' };
  const needsPytest = question.executes && project.runner === 'pytest' && !(await hasPytest(interpreter));
  const requirements = needsPytest ? { ...listed, lines: [...listed.lines, 'pytest'] } : listed;
  return installPythonPackages({ interpreter, requirements, site: question.packages, timeoutMs: INSTALL_MS });
}

async function hasPytest(interpreter: Interpreter): Promise<boolean> {
  const sites = userSites(interpreter).map(({ host }) => host);
  return (await findModules(interpreter, ['pytest'], sites)).has('pytest');
}
