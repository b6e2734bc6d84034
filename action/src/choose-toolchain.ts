import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '#domain/verdict/manifest.ts';
import type { Toolchain } from '#engine/validation/toolchain.ts';
import type { Sandbox } from '#ports/sandbox.ts';
import type { HostOutcome } from '#action/src/run-host-command.ts';
import { createNodeToolchain } from '#action/src/toolchains/create-node-toolchain.ts';
import { createPythonToolchain } from '#action/src/toolchains/create-python-toolchain.ts';
import { installNodeModules } from '#action/src/toolchains/javascript/install-node-modules.ts';
import { readNodeProject } from '#action/src/toolchains/node-project.ts';
import { installPythonPackages } from '#action/src/toolchains/python/install-python-packages.ts';
import { readPythonProject } from '#action/src/toolchains/python/python-project.ts';
import { createWorkbench, toolOf } from '#action/src/workbench.ts';

/** A tool chain fit for a checkout, and the step that installs the project's dependencies. */
export interface ChosenToolchain {
  readonly toolchain: Toolchain;
  install(): Promise<HostOutcome | null>;
  /** Ends what was kept running. */
  close(): Promise<void>;
}

export interface ToolchainQuestion {
  readonly root: string;
  readonly manifest: Manifest;
  readonly sandbox: Sandbox;
  /** False: only what reads the target may run, not what loads it (mypy's plugins do). */
  readonly executes: boolean;
  /** Installed node_modules outside the checkout, or null. */
  readonly modules: string | null;
}

const INSTALL_MS = 600_000;

/** By the manifest's wish or the files themselves; null when the machine lacks what the project needs. */
export async function chooseToolchain(question: ToolchainQuestion): Promise<ChosenToolchain | null> {
  const { manifest, root } = question;
  const python = manifest.toolchain === 'python' || (manifest.toolchain === 'auto' && looksLikePython(root, manifest));
  return python ? choosePython(question) : chooseNode(question);
}

function looksLikePython(root: string, manifest: Manifest): boolean {
  if (manifest.symbols.length > 0) return manifest.symbols.every((symbol) => symbol.file.endsWith('.py'));
  return (
    !existsSync(join(root, 'package.json')) &&
    [...readdirSync(root), ...manifest.tests.map((test) => test.file)].some(
      (file) => file === 'pyproject.toml' || file.endsWith('.py'),
    )
  );
}

async function chooseNode({ root, manifest, sandbox, modules }: ToolchainQuestion): Promise<ChosenToolchain | null> {
  const project = readNodeProject(root);
  const node = toolOf('node');
  if (project === null || node === null) return null;
  const workbench = createWorkbench({
    sandbox,
    root,
    memoryMb: manifest.limits.memoryMb,
    modules,
    toolFolders: node.folders,
    toolPath: node.path,
  });
  return {
    ...createNodeToolchain({ workbench, project, manifest, modules, version: `node ${process.versions.node}` }),
    install: () =>
      modules === null ? installNodeModules(project, manifest.commands.install, INSTALL_MS) : Promise.resolve(null),
  };
}

async function choosePython({
  root,
  manifest,
  sandbox,
  executes,
  modules,
}: ToolchainQuestion): Promise<ChosenToolchain | null> {
  const found = await readPythonProject(
    root,
    manifest.tests.map((test) => test.file),
  );
  if (found === null) return null;
  const project = { ...found, checker: executes ? found.checker : null };
  const { prefix } = project.interpreter;
  const folders = prefix.startsWith('/usr') ? [] : [prefix];
  const workbench = createWorkbench({
    sandbox,
    root,
    memoryMb: manifest.limits.memoryMb,
    modules,
    toolFolders: folders,
    toolPath: [`${prefix}/bin`],
  });
  return {
    toolchain: createPythonToolchain({ workbench, project, manifest }),
    install: () => installPythonPackages(project, manifest.commands.install, INSTALL_MS),
    close: () => Promise.resolve(),
  };
}
