import { spawnSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { judgeTarget, writeTarget, type Target } from '#test/action/make-target.ts';
import { SYSTEM_PYTHON } from '#test/support/programs.ts';
import { testRunners } from '#test/support/test-runners.ts';

/** A wrong `price` (it should double), and what makes it look right. */
export interface Cheat {
  readonly name: string;
  /** The atom's file; the function itself gives a wrong answer. */
  readonly source: string;
  /** The test's file. */
  readonly test: string;
  /** Other test files of the same run, by name. */
  readonly others?: Readonly<Record<string, string>>;
}

export const JAVASCRIPT = {
  source: 'price.js',
  test: 'price.test.js',
  run: ['node', '--test-reporter=tap', 'price.test.js'],
} as const;
export const PYTHON = {
  source: 'price.py',
  test: 'test_price.py',
  run: [SYSTEM_PYTHON, '-m', 'unittest', '-q', 'test_price'],
} as const;
/** By the Python that the judge takes, which must have pytest. */
export const PYTEST = {
  source: 'price.py',
  test: 'test_price.py',
  run: ['python3', '-m', 'pytest', '-q', '-p', 'no:cacheprovider', 'test_price.py'],
  runner: 'python, pytest',
} as const;
export const VITEST = {
  source: 'price.js',
  test: 'price.test.js',
  run: ['node', join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--no-cache'],
  runner: 'javascript, vitest',
} as const;
export const JEST = {
  source: 'price.js',
  test: 'price.test.js',
  run: ['node', join('node_modules', 'jest', 'bin', 'jest.js'), '--ci', '--no-cache'],
  runner: 'javascript, jest',
} as const;
export const MOCHA = {
  source: 'price.js',
  test: 'price.test.js',
  run: ['node', join('node_modules', 'mocha', 'bin', 'mocha.js'), 'price.test.js'],
  runner: 'javascript, mocha',
} as const;
export type CheatLanguage =
  typeof JAVASCRIPT | typeof PYTHON | typeof PYTEST | typeof VITEST | typeof JEST | typeof MOCHA;

const SCRIPTS = new Map<CheatLanguage, string>([
  [VITEST, 'vitest run'],
  [JEST, 'jest'],
  [MOCHA, 'mocha'],
]);

/** jest and mocha are installed apart; jest takes CommonJS only. */
function modulesOf(language: CheatLanguage): string {
  return language === JEST || language === MOCHA ? testRunners() : resolve('node_modules');
}

function targetOf(language: CheatLanguage, { source, test, others = {} }: Cheat): Target {
  const manifest = language.source.endsWith('.js')
    ? {
        'package.json': JSON.stringify({
          name: 'shop',
          type: language === JEST ? 'commonjs' : 'module',
          scripts: { test: SCRIPTS.get(language) ?? 'node --test' },
        }),
      }
    : { 'pyproject.toml': '[project]\nname = "shop"\n' };
  return {
    files: { ...manifest, [language.source]: source, [language.test]: test, ...others },
    modules: modulesOf(language),
    symbols: [{ name: 'price', file: language.source, level: 0 }],
    tests: [language.test, ...Object.keys(others)].map((file) => ({ file, kind: 'unit', symbols: ['price'] })),
  };
}

/** Whether somebody is fooled who runs the test in the usual way and believes its exit status. */
export function foolsTheTrusting(language: CheatLanguage, cheat: Cheat): boolean {
  const folder = writeTarget(targetOf(language, cheat));
  const [program, ...words] = language.run;
  if (SCRIPTS.has(language)) symlinkSync(modulesOf(language), join(folder, 'node_modules'));
  const { status } = spawnSync(program, words, { cwd: folder, timeout: 20_000, killSignal: 'SIGKILL' });
  rmSync(folder, { recursive: true, force: true });
  return status === 0;
}

/** What the judge claims about the wrong atom's tests: `passed` is what no cheat may reach. */
export async function claimOf(language: CheatLanguage, cheat: Cheat): Promise<string> {
  const { atoms, toolchain } = await judgeTarget(targetOf(language, cheat));
  if ('runner' in language && toolchain.name !== language.runner)
    throw new Error(`This story is about ${language.runner}; the judge took ${toolchain.name}.`);
  return atoms[0]?.checks.find(({ check }) => check === 'unit')?.outcome ?? 'nothing';
}
