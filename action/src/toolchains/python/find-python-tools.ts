import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findModules, type Interpreter } from '#action/src/toolchains/python/find-interpreter.ts';
import { PYRIGHT_PROGRAMS } from '#action/src/toolchains/python/install-pyright.ts';
import type { PythonProject } from '#action/src/toolchains/python/python-project.ts';
import type { Site } from '#action/src/toolchains/python/site.ts';

/** What a project asks for and the machine has, once its packages are installed. */
export interface PythonTools {
  readonly runner: 'pytest' | 'unittest';
  readonly checker: { readonly name: 'mypy' | 'pyright'; readonly argv: readonly [string, ...string[]] } | null;
  /** A command for the shell. */
  readonly lint: string | null;
  /** What the project configures and nobody installed, for a person. */
  readonly missing: readonly string[];
}

const TOOL = '/mge/drivers/run_python_tool.py';
/** mypy prints as pyright does: `file:line:column: error: text [code]`. */
const MYPY = [
  '--no-error-summary',
  '--show-column-numbers',
  '--no-pretty',
  '--hide-error-context',
  '--cache-dir=/tmp/mypy',
  '.',
];

/** Looks for the tools of a project in its interpreter and in `sites`; `programs` holds those that are no Python packages. */
export async function findPythonTools(question: {
  readonly interpreter: Interpreter;
  readonly project: PythonProject;
  readonly sites: readonly Site[];
  readonly programs: Site;
}): Promise<PythonTools> {
  const { interpreter, project, sites, programs } = question;
  const python = interpreter.executable;
  const wanted = {
    pytest: project.runner === 'pytest',
    mypy: project.checker === 'mypy',
    ruff: project.lints,
  };
  const modules = Object.entries(wanted).flatMap(([name, isWanted]) => (isWanted ? [name] : []));
  const found = await findModules(
    interpreter,
    modules,
    sites.map(({ host }) => host),
  );
  const checker = project.checker === null ? null : { name: project.checker, argv: checkerOf(project.checker) };

  function checkerOf(name: 'mypy' | 'pyright'): readonly [string, ...string[]] | null {
    if (name === 'mypy') return found.has('mypy') ? [python, TOOL, 'mypy', ...MYPY] : null;
    const program = PYRIGHT_PROGRAMS.find((path) => existsSync(join(programs.host, path)));
    return program === undefined ? null : ['node', join(programs.inside, program), '--pythonpath', python, '.'];
  }

  return {
    runner: found.has('pytest') ? 'pytest' : 'unittest',
    checker: checker === null || checker.argv === null ? null : { name: checker.name, argv: checker.argv },
    lint: found.has('ruff') ? `${python} ${TOOL} ruff check --no-cache .` : null,
    missing: [
      ...modules.filter((name) => !found.has(name)),
      ...(checker?.name === 'pyright' && checker.argv === null ? ['pyright'] : []),
    ],
  };
}
