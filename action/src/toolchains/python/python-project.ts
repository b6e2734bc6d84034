import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { runHostCommand } from '#action/src/run-host-command.ts';

const Interpreter = z.object({
  executable: z.string(),
  prefix: z.string(),
  version: z.string(),
  pytest: z.boolean(),
  mypy: z.boolean(),
  pyright: z.boolean(),
  ruff: z.boolean(),
});

/** The Python of the machine and what a project's own files say about its checks. */
export interface PythonProject {
  readonly root: string;
  readonly interpreter: z.infer<typeof Interpreter>;
  readonly runner: 'pytest' | 'unittest';
  /** The type checker that the project configures and the machine has; null without one. */
  readonly checker: 'mypy' | 'pyright' | null;
  readonly lints: boolean;
}

const PROBE = `
import importlib.util as u, json, sys
has = lambda name: u.find_spec(name) is not None
print(json.dumps({"executable": sys.executable, "prefix": sys.base_prefix, "version": sys.version.split()[0], "pytest": has("pytest"), "mypy": has("mypy"), "pyright": has("pyright"), "ruff": has("ruff")}))
`;

/** Null when the machine has no Python 3. */
export async function readPythonProject(root: string, testFiles: readonly string[]): Promise<PythonProject | null> {
  // Isolated (-I), from the root folder: nothing of the checkout is imported.
  const probe = await runHostCommand(['python3', '-I', '-c', PROBE], '/', 30_000);
  if (!probe.passed) return null;
  const interpreter = Interpreter.parse(JSON.parse(probe.output.trim().split('\n').at(-1) ?? ''));
  const settings = ['pyproject.toml', 'setup.cfg', 'pytest.ini', 'tox.ini']
    .map((file) => readIfThere(join(root, file)))
    .join('\n');
  const tests = testFiles.map((file) => readIfThere(join(root, file)));
  const wantsPytest =
    /\bpytest\b/.test(settings) || tests.some((text) => /^\s*(?:import|from) pytest\b|^def test_/m.test(text));
  const mypy = existsSync(join(root, 'mypy.ini')) || /\[(?:tool\.)?mypy\]/.test(settings);
  const pyright = existsSync(join(root, 'pyrightconfig.json')) || /\[tool\.(?:based)?pyright\]/.test(settings);
  const ruff =
    ['ruff.toml', '.ruff.toml'].some((file) => existsSync(join(root, file))) || /\[tool\.ruff/.test(settings);
  return {
    root,
    interpreter,
    runner: wantsPytest && interpreter.pytest ? 'pytest' : 'unittest',
    checker: mypy && interpreter.mypy ? 'mypy' : pyright && interpreter.pyright ? 'pyright' : null,
    lints: ruff && interpreter.ruff,
  };
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
