import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere } from '#action/src/read-if-there.ts';
import { readPyproject } from '#action/src/toolchains/python/read-pyproject.ts';
import {
  installsWithoutBuild,
  readRequirements,
  type Requirements,
} from '#action/src/toolchains/python/read-requirements.ts';

const REQUIREMENT_FILES = [
  'requirements.txt',
  ...['dev', 'test', 'tests'].flatMap((kind) => [
    `requirements-${kind}.txt`,
    `requirements_${kind}.txt`,
    `${kind}-requirements.txt`,
    `requirements/${kind}.txt`,
  ]),
];

/** What pip is to install for a project, its tests and its checks: requirement files by their usual names, and `pyproject.toml`. */
export function findRequiredPackages(root: string): Requirements {
  const read = (file: string): string | null => readIfThere(join(root, file));
  const { lines, constraints, leftOut } = readRequirements(
    REQUIREMENT_FILES.filter((file) => existsSync(join(root, file))),
    read,
  );
  const named = readPyproject(read('pyproject.toml') ?? '');
  return {
    lines: [...new Set([...lines, ...named.filter(installsWithoutBuild)])],
    constraints,
    leftOut: [...leftOut, ...named.filter((specifier) => !installsWithoutBuild(specifier))],
  };
}
