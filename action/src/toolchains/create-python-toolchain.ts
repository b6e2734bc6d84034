import { randomUUID } from 'node:crypto';
import type { Manifest } from '#domain/verdict/manifest.ts';
import type { TestRun, Toolchain, TypecheckRun } from '#engine/validation/toolchain.ts';
import { parseReports } from '#action/src/toolchains/parse-reports.ts';
import { comparePython } from '#action/src/toolchains/python/compare-python.ts';
import { parseMypyOutput, parseSyntaxReport } from '#action/src/toolchains/python/parse-python-output.ts';
import type { Interpreter } from '#action/src/toolchains/python/find-interpreter.ts';
import type { PythonTools } from '#action/src/toolchains/python/find-python-tools.ts';
import { runSettingsCommand } from '#action/src/toolchains/run-settings-command.ts';
import { textOf, type Workbench } from '#action/src/workbench.ts';

const CHECK_MS = 300_000;

/** Python: files parsed by `ast`, types by the checker that the project configures, tests by pytest or unittest. */
export function createPythonToolchain(options: {
  workbench: Workbench;
  interpreter: Interpreter;
  tools: PythonTools;
  manifest: Manifest;
}): Toolchain {
  const { workbench, interpreter, tools, manifest } = options;
  const python = interpreter.executable;

  async function typecheck(files: readonly string[]): Promise<TypecheckRun> {
    const sources = files.filter((file) => file.endsWith('.py'));
    const parse = await workbench.run({
      argv: [python, '/mge/drivers/check_python_syntax.py', ...sources],
      timeMs: CHECK_MS,
    });
    const broken = parseSyntaxReport(textOf(parse.stdout));
    const finished = parse.exitCode === 0 && parse.killedBy === null;
    const command = manifest.commands.typecheck;
    const argv = command === null ? tools.checker?.argv : (['/bin/sh', '-c', command] as const);
    if (!finished || broken.length > 0 || argv === undefined) {
      return {
        typed: null,
        passed: finished && broken.length === 0,
        diagnostics: broken,
        problem: finished ? null : textOf(parse.stderr).slice(-800),
      };
    }
    const outcome = await workbench.run({ argv, timeMs: CHECK_MS });
    const output = `${textOf(outcome.stdout)}\n${textOf(outcome.stderr)}`;
    const diagnostics = parseMypyOutput(output);
    const passed = outcome.exitCode === 0 && outcome.killedBy === null;
    return {
      typed: true,
      passed,
      diagnostics,
      problem: passed || diagnostics.length > 0 ? null : `the type check failed: ${output.trim().slice(-800)}`,
    };
  }

  async function runTests(files: readonly string[], timeMs: number): Promise<TestRun> {
    const nonce = `@mge:${randomUUID()}:`;
    const closing = randomUUID();
    const stdin = JSON.stringify({ nonce, closing, files, runner: tools.runner });
    const outcome = await workbench.run({
      argv: [python, '/mge/drivers/run_python_tests.py'],
      stdin,
      timeMs,
    });
    return parseReports(outcome, nonce, new Map(files.map((file) => [file, file])), closing);
  }

  return {
    name: `python, ${tools.runner}${tools.checker === null ? '' : `, ${tools.checker.name}`}`,
    version: interpreter.version,
    typecheck,
    runTests,
    commands: { lint: tools.lint },
    async checkApi(files) {
      const argv = [
        python,
        '/mge/drivers/check_python_api.py',
        ...files.filter((file) => file.endsWith('.py')),
      ] as const;
      const outcome = await workbench.run({ argv, timeMs: CHECK_MS });
      return {
        passed: outcome.exitCode === 0,
        output: `${textOf(outcome.stdout)}${textOf(outcome.stderr)}`.trim().slice(-900),
      };
    },
    compare: (question) => comparePython({ workbench, python, runner: tools.runner }, question),
    runCommand: (line, timeMs) => runSettingsCommand(workbench, line, timeMs),
  };
}
