import { randomUUID } from 'node:crypto';
import type { Manifest } from '#domain/verdict/manifest.ts';
import type { TestRun, Toolchain, TypecheckRun } from '#engine/validation/toolchain.ts';
import { parseReports } from '#action/src/toolchains/parse-reports.ts';
import { comparePython } from '#action/src/toolchains/python/compare-python.ts';
import { parseMypyOutput, parseSyntaxReport } from '#action/src/toolchains/python/parse-python-output.ts';
import type { PythonProject } from '#action/src/toolchains/python/python-project.ts';
import { runSettingsCommand } from '#action/src/toolchains/run-settings-command.ts';
import { textOf, type Workbench } from '#action/src/workbench.ts';

const CHECK_MS = 300_000;
/** Lines that both print alike: `file:line:column: error: text [code]`, pyright's with ` - `. */
const CHECKERS = {
  pyright: ['-m', 'pyright', '.'],
  mypy: [
    '-m',
    'mypy',
    '--no-error-summary',
    '--show-column-numbers',
    '--no-pretty',
    '--hide-error-context',
    '--cache-dir=/tmp/mypy',
    '.',
  ],
} as const;
const QUIET = { PYTHONDONTWRITEBYTECODE: '1', PYTHONHASHSEED: '0', PYTHONPATH: '/workspace/.mge-site' };

/** Python: files parsed by `ast`, types by mypy where the project configures it, tests by pytest or unittest. */
export function createPythonToolchain(options: {
  workbench: Workbench;
  project: PythonProject;
  manifest: Manifest;
}): Toolchain {
  const { workbench, project, manifest } = options;
  const python = project.interpreter.executable;

  async function typecheck(files: readonly string[]): Promise<TypecheckRun> {
    const sources = files.filter((file) => file.endsWith('.py'));
    const parse = await workbench.run({
      argv: [python, '/mge/drivers/check_python_syntax.py', ...sources],
      timeMs: CHECK_MS,
      env: QUIET,
    });
    const broken = parseSyntaxReport(textOf(parse.stdout));
    const finished = parse.exitCode === 0 && parse.killedBy === null;
    const command = manifest.commands.typecheck;
    if (!finished || broken.length > 0 || (project.checker === null && command === null)) {
      return {
        typed: null,
        passed: finished && broken.length === 0,
        diagnostics: broken,
        problem: finished ? null : textOf(parse.stderr).slice(-800),
      };
    }
    const argv = ['/bin/sh', '-c', command ?? [python, ...CHECKERS[project.checker ?? 'mypy']].join(' ')] as const;
    const outcome = await workbench.run({ argv, timeMs: CHECK_MS, env: QUIET });
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
    const stdin = JSON.stringify({ nonce, files, runner: project.runner });
    const outcome = await workbench.run({
      argv: [python, '/mge/drivers/run_python_tests.py'],
      stdin,
      timeMs,
      env: QUIET,
    });
    return parseReports(outcome, nonce, new Map(files.map((file) => [file, file])));
  }

  return {
    name: `python, ${project.runner}${project.checker === null ? '' : `, ${project.checker}`}`,
    version: project.interpreter.version,
    typecheck,
    runTests,
    commands: { lint: project.lints ? `${python} -m ruff check --no-cache .` : null },
    async checkApi(files) {
      const argv = [
        python,
        '/mge/drivers/check_python_api.py',
        ...files.filter((file) => file.endsWith('.py')),
      ] as const;
      const outcome = await workbench.run({ argv, timeMs: CHECK_MS, env: QUIET });
      return {
        passed: outcome.exitCode === 0,
        output: `${textOf(outcome.stdout)}${textOf(outcome.stderr)}`.trim().slice(-900),
      };
    },
    compare: (question) => comparePython({ workbench, project, env: QUIET }, question),
    runCommand: (line, timeMs) => runSettingsCommand(workbench, line, timeMs),
  };
}
