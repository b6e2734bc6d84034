import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere } from '#action/src/read-if-there.ts';

/** What a Python project's own files ask for, whether the machine has it or not. */
export interface PythonProject {
  readonly root: string;
  readonly runner: 'pytest' | 'unittest';
  /** The type checker that the project configures. */
  readonly checker: 'mypy' | 'pyright' | null;
  /** Whether it configures ruff. */
  readonly lints: boolean;
}

/** Reads a project's settings and the first lines of its tests; nothing of it is run. */
export function readPythonProject(root: string, testFiles: readonly string[]): PythonProject {
  const settings = ['pyproject.toml', 'setup.cfg', 'pytest.ini', 'tox.ini']
    .map((file) => readIfThere(join(root, file)) ?? '')
    .join('\n');
  const has = (...files: string[]): boolean => files.some((file) => existsSync(join(root, file)));
  const tests = testFiles.map((file) => readIfThere(join(root, file)) ?? '');
  const wantsPytest =
    /\bpytest\b/.test(settings) || tests.some((text) => /^\s*(?:import|from) pytest\b|^def test_/m.test(text));
  const mypy = has('mypy.ini', '.mypy.ini') || /\[(?:tool\.)?mypy\]/.test(settings);
  const pyright = has('pyrightconfig.json') || /\[tool\.(?:based)?pyright\]/.test(settings);
  return {
    root,
    runner: wantsPytest ? 'pytest' : 'unittest',
    checker: mypy ? 'mypy' : pyright ? 'pyright' : null,
    lints: has('ruff.toml', '.ruff.toml') || /\[tool\.ruff/.test(settings),
  };
}
