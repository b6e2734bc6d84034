import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProjectQuestion, RecognizedProject } from '#action/src/recognized-project.ts';
import { createPythonToolchain } from '#action/src/toolchains/create-python-toolchain.ts';
import { findInterpreter, type Interpreter } from '#action/src/toolchains/python/find-interpreter.ts';
import { findPythonTools } from '#action/src/toolchains/python/find-python-tools.ts';
import { installPythonProject } from '#action/src/toolchains/python/install-python-project.ts';
import { readPythonProject } from '#action/src/toolchains/python/python-project.ts';
import { findEnvironment, userSites, type Site } from '#action/src/toolchains/python/site.ts';
import { createWorkbench, toolOf, type Workbench } from '#action/src/workbench.ts';

/** Where what was installed for a project is shown inside the sandbox. */
const INSIDE = '/mge/python';

/** A Python project; null when the machine has no Python 3. */
export async function recognizePython(question: ProjectQuestion): Promise<RecognizedProject | null> {
  const { root, manifest, say } = question;
  const interpreter = await findInterpreter();
  if (interpreter === null) return null;
  const project = readPythonProject(
    root,
    manifest.tests.map((test) => test.file),
  );
  const folder = mkdtempSync(join(tmpdir(), 'mge-python-'));
  const packages: Site = { host: join(folder, 'packages'), inside: join(INSIDE, 'packages') };
  const programs: Site = { host: join(folder, 'programs'), inside: join(INSIDE, 'programs') };
  mkdirSync(packages.host);
  // The sandbox's user is somebody else.
  chmodSync(folder, 0o755);
  // One that stands there already was written by the code under test.
  const hadEnvironment = existsSync(join(root, '.venv'));
  return {
    install: () =>
      installPythonProject({ ...question, interpreter, project, packages: packages.host, programs: programs.host }),
    async open() {
      const environment = hadEnvironment ? null : findEnvironment(root, interpreter);
      const sites = [packages, ...(environment === null ? [] : [environment]), ...userSites(interpreter)];
      const wanted = question.executes ? project : { ...project, checker: null };
      const tools = await findPythonTools({ interpreter, project: wanted, sites, programs });
      for (const name of tools.missing) say(`${name} is configured, but not installed: it is not run`);
      const workbench = openWorkbench(question, { interpreter, sites, folder });
      return createPythonToolchain({ workbench, interpreter, tools, manifest });
    },
    close: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  };
}

function openWorkbench(
  { sandbox, root, manifest, modules }: ProjectQuestion,
  installed: { readonly interpreter: Interpreter; readonly sites: readonly Site[]; readonly folder: string },
): Workbench {
  const { interpreter, sites, folder } = installed;
  const node = toolOf('node');
  const outside = interpreter.prefixes.filter((prefix) => !prefix.startsWith('/usr'));
  const bins = [...interpreter.prefixes, ...sites.map(({ inside }) => inside)].map((prefix) => `${prefix}/bin`);
  return createWorkbench({
    sandbox,
    root,
    memoryMb: manifest.limits.memoryMb,
    modules,
    toolFolders: [...outside, ...userSites(interpreter).map(({ host }) => host), ...(node?.folders ?? [])],
    toolPath: [...bins, ...(node?.path ?? [])],
    mounts: [{ source: folder, target: INSIDE }],
    env: {
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONHASHSEED: '0',
      PYTHONPATH: sites.map(({ inside }) => inside).join(':'),
    },
  });
}
