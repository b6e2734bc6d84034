import type { Manifest } from '#domain/verdict/manifest.ts';
import type { Toolchain, TypecheckRun } from '#engine/validation/toolchain.ts';
import { checkJavascriptSyntax } from '#action/src/toolchains/javascript/check-javascript-syntax.ts';
import { isReporting } from '#action/src/toolchains/javascript/reporting-runners.ts';
import { compareReporting, runReportingTests } from '#action/src/toolchains/javascript/run-reporting-tests.ts';
import { createNodeTests } from '#action/src/toolchains/javascript/run-node-tests.ts';
import { findNodeTools } from '#action/src/toolchains/node-tools.ts';
import type { NodeProject } from '#action/src/toolchains/node-project.ts';
import { runSettingsCommand } from '#action/src/toolchains/run-settings-command.ts';
import { createCompilerProcess } from '#action/src/toolchains/typescript/compiler-process.ts';
import { createTranspiler } from '#action/src/toolchains/typescript/create-transpiler.ts';
import { createTypeCheck } from '#action/src/toolchains/typescript/create-type-check.ts';
import { createRunTsc } from '#action/src/toolchains/typescript/run-tsc.ts';
import type { Workbench } from '#action/src/workbench.ts';

/** Wall clock of a whole type check. */
const TYPECHECK_MS = 300_000;

/** Callers and exports agree where the tree type-checks: the checker has seen every call. */
async function agreesByTypes(check: () => Promise<TypecheckRun>): Promise<{ passed: boolean; output: string }> {
  const run = await check();
  const output = run.passed
    ? 'the types of callers and exports agree'
    : (run.diagnostics[0]?.message ?? run.problem ?? '');
  return { passed: run.passed, output };
}

/** TypeScript (type-checked by the project's own compiler) and JavaScript (parsed by node), with node:test, vitest or jest. */
export function createNodeToolchain(options: {
  workbench: Workbench;
  project: NodeProject;
  manifest: Manifest;
  version: string;
  /** Installed packages outside the checkout; null: in it. */
  modules: string | null;
}): { readonly toolchain: Toolchain; close(): Promise<void> } {
  const { workbench, project, manifest } = options;
  const { runner } = project;
  const typed = project.hasTsconfig && manifest.toolchain !== 'javascript';
  const command = manifest.commands.typecheck;
  // Two of them, each with a core of its own: tests need not wait for a type check.
  const checker = createCompilerProcess({ workbench, timeMs: TYPECHECK_MS });
  const maker = createCompilerProcess({ workbench, timeMs: TYPECHECK_MS });
  const runTsc = createRunTsc({ workbench, timeMs: TYPECHECK_MS, command });
  const checkTypes = command === null ? createTypeCheck({ compiler: checker, runTsc }) : null;
  const transpiler = typed && runner === 'node' ? createTranspiler({ root: workbench.root, compiler: maker }) : null;
  const nodeTests = createNodeTests({ workbench, loader: runner === 'node-tsx' ? 'tsx' : 'plain', transpiler });

  function runTypes(files: readonly string[], stubbed: boolean): Promise<TypecheckRun> {
    if (checkTypes === null) return runTsc(stubbed);
    return typed ? checkTypes(files, stubbed) : checkJavascriptSyntax(workbench, files, TYPECHECK_MS);
  }

  const toolchain: Toolchain = {
    name: typed ? `typescript, ${runner}` : `javascript, ${runner}`,
    version: options.version,
    typecheck: runTypes,
    runTests: (files, timeMs) =>
      isReporting(runner) ? runReportingTests(workbench, runner, files, timeMs) : nodeTests.run(files, timeMs),
    compare: (question) =>
      isReporting(runner) ? compareReporting(workbench, runner, question) : nodeTests.compare(question),
    commands: findNodeTools(workbench.root, options.modules),
    ...(typed
      ? {
          checkApi: () =>
            agreesByTypes(() => runTypes([...new Set(manifest.symbols.map((symbol) => symbol.file))], true)),
        }
      : {}),
    runCommand: (line, timeMs) => runSettingsCommand(workbench, line, timeMs),
  };
  return {
    toolchain,
    close: async () => {
      await Promise.all([checker.close(), maker.close()]);
    },
  };
}
