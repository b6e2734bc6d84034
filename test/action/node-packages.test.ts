import { rmSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { choosePackageManager, type PackageManager } from '#action/src/toolchains/javascript/choose-package-manager.ts';
import { judgeTarget, verdictsOf, writeTarget } from '#test/action/make-target.ts';

vi.setConfig({ testTimeout: 240_000 });

function managerOf(files: Readonly<Record<string, string>>): PackageManager {
  const folder = writeTarget({ files, symbols: [], tests: [] });
  const manager = choosePackageManager(folder);
  rmSync(folder, { recursive: true });
  return manager;
}

const NAMED = (manager: string): Record<string, string> => ({ 'package.json': `{ "packageManager": "${manager}" }` });

describe('the packages of a Node project', () => {
  it('are installed before anybody asks which checks the project has: its linter is among them', async () => {
    const results = await judgeTarget({
      modules: null,
      files: {
        'package.json':
          '{ "name": "shop", "type": "module", "scripts": { "test": "node --test" }, "dependencies": { "rates": "file:vendor/rates" }, "devDependencies": { "eslint": "file:vendor/eslint" } }\n',
        'eslint.config.js': 'export default [];\n',
        'vendor/rates/package.json':
          '{ "name": "rates", "version": "1.0.0", "type": "module", "exports": "./index.js" }\n',
        'vendor/rates/index.js': 'export const FACTOR = 2;\n',
        'vendor/eslint/package.json': '{ "name": "eslint", "version": "1.0.0", "bin": { "eslint": "run.js" } }\n',
        'vendor/eslint/run.js': "console.log('src/price.js: no-var'); process.exit(1);\n",
        'src/price.js':
          "import { FACTOR } from 'rates';\n\nexport function price(cents) {\n  return cents * FACTOR;\n}\n",
        'src/price.test.js':
          "import assert from 'node:assert/strict';\nimport test from 'node:test';\nimport { price } from './price.js';\n\ntest('doubles', () => assert.equal(price(2), 4));\n",
      },
      symbols: [{ name: 'price', file: 'src/price.js', level: 0 }],
      tests: [{ file: 'src/price.test.js', kind: 'unit', symbols: ['price'] }],
      boundaries: [{ kind: 'system', afterLevel: 0, symbols: ['price'] }],
    });
    expect(results.error).toBeNull();
    expect(verdictsOf(results)).toEqual({ price: 'passed' });
    expect(results.boundaries[0]?.checks.find(({ check }) => check === 'lint')).toEqual({
      check: 'lint',
      outcome: 'failed',
      reason: '`node node_modules/eslint/run.js .` failed',
    });
  });

  it.each([
    ['npm, by its lock file', { 'package-lock.json': '{}' }, { name: 'npm', locked: true }],
    ['npm, without one', { 'package.json': '{}' }, { name: 'npm', locked: false }],
    ['pnpm, as new as its lock file', { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" }, { name: 'pnpm', version: '9' }],
    ['pnpm, as old as its lock file', { 'pnpm-lock.yaml': 'lockfileVersion: 5.4\n' }, { name: 'pnpm', version: '8' }],
    [
      'pnpm, in the version that the project names',
      { ...NAMED('pnpm@10.2.1+sha512.abc'), 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" },
      { name: 'pnpm', version: '10.2.1' },
    ],
    ['yarn 1', { 'yarn.lock': '# yarn lockfile v1\n' }, { name: 'yarn', version: '1.22.22' }],
    [
      'npm, for later yarns, whose plugins would run',
      { ...NAMED('yarn@4.1.0'), 'yarn.lock': '__metadata:\n  version: 8\n' },
      { name: 'npm', locked: false },
    ],
    [
      'no version that is none',
      { ...NAMED('pnpm@evil; rm -rf .'), 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" },
      { name: 'pnpm', version: '9' },
    ],
  ])('are installed by %s', (_name, files, manager) => {
    expect(managerOf(files)).toEqual(manager);
  });
});
