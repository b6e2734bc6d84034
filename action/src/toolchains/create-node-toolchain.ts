import type { Manifest } from '#domain/verdict/manifest.ts';
import type { Toolchain } from '#engine/validation/toolchain.ts';
import { checkJavascriptSyntax } from '#action/src/toolchains/javascript/check-javascript-syntax.ts';
import { runJsonReporter } from '#action/src/toolchains/javascript/run-json-reporter.ts';
import { createRunNodeTests } from '#action/src/toolchains/javascript/run-node-tests.ts';
import type { NodeProject } from '#action/src/toolchains/node-project.ts';
import { runSettingsCommand } from '#action/src/toolchains/run-settings-command.ts';
import { createRunTsc } from '#action/src/toolchains/typescript/run-tsc.ts';
import { readTranspilePlan } from '#action/src/toolchains/typescript/read-transpile-plan.ts';
import type { TranspilePlan } from '#action/src/toolchains/typescript/transpile-plan.ts';
import type { Workbench } from '#action/src/workbench.ts';

/** Wall clock of a whole type check. */
const TYPECHECK_MS = 300_000;

/** TypeScript (type-checked by the project's own tsc) and JavaScript (parsed by node), with node:test, vitest or jest. */
export function createNodeToolchain(options: {
  workbench: Workbench;
  project: NodeProject;
  manifest: Manifest;
  version: string;
}): Toolchain {
  const { workbench, project, manifest } = options;
  const typed = project.hasTsconfig && manifest.toolchain !== 'javascript';
  const command = manifest.commands.typecheck;
  const runTsc = createRunTsc({ workbench, timeMs: TYPECHECK_MS, command });
  let plan: Promise<TranspilePlan | null> | null = null;
  const transpiles = typed && project.runner === 'node';
  const runNodeTests = createRunNodeTests({
    workbench,
    loader: project.runner === 'node-tsx' ? 'tsx' : 'plain',
    plan: () => (plan ??= transpiles ? readTranspilePlan(workbench) : Promise.resolve(null)),
  });

  return {
    name: typed ? `typescript, ${project.runner}` : `javascript, ${project.runner}`,
    version: options.version,
    typecheck: (files, stubbed) =>
      typed || command !== null ? runTsc(stubbed) : checkJavascriptSyntax(workbench, files, TYPECHECK_MS),
    runTests: (files, timeMs) =>
      project.runner === 'vitest' || project.runner === 'jest'
        ? runJsonReporter(workbench, project.runner, files, timeMs)
        : runNodeTests(files, timeMs),
    runCommand: (line, timeMs) => runSettingsCommand(workbench, line, timeMs),
  };
}
