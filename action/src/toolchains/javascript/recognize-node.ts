import { INSTALL_MS, type ProjectQuestion, type RecognizedProject } from '#action/src/recognized-project.ts';
import { createNodeToolchain } from '#action/src/toolchains/create-node-toolchain.ts';
import { installNodeModules } from '#action/src/toolchains/javascript/install-node-modules.ts';
import { readNodeProject } from '#action/src/toolchains/node-project.ts';
import { createWorkbench, toolOf } from '#action/src/workbench.ts';

/** A project with a package.json; null without one, or without Node. */
export function recognizeNode({ root, manifest, sandbox, modules }: ProjectQuestion): RecognizedProject | null {
  const project = readNodeProject(root);
  const node = toolOf('node');
  if (project === null || node === null) return null;
  let close = (): Promise<void> => Promise.resolve();
  return {
    install: () =>
      modules === null ? installNodeModules(project, manifest.commands.install, INSTALL_MS) : Promise.resolve(null),
    open() {
      const workbench = createWorkbench({
        sandbox,
        root,
        memoryMb: manifest.limits.memoryMb,
        modules,
        toolFolders: node.folders,
        toolPath: node.path,
      });
      const version = `node ${process.versions.node}`;
      const opened = createNodeToolchain({ workbench, project, manifest, modules, version });
      close = () => opened.close();
      return Promise.resolve(opened.toolchain);
    },
    close: () => close(),
  };
}
