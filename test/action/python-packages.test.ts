import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { judgeTarget, verdictsOf, type Target } from '#test/action/make-target.ts';

vi.setConfig({ testTimeout: 240_000 });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mge-wheels-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A package as a wheel on this disk, as a requirement names it: no index is asked. */
function wheel(name: string, files: Readonly<Record<string, string>>): string {
  const info = `${name}-1.0.dist-info`;
  const entries = {
    ...files,
    [`${info}/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0\n`,
    [`${info}/WHEEL`]: 'Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    [`${info}/RECORD`]: '',
  };
  const path = join(folder, `${name}-1.0-py3-none-any.whl`);
  writeFileSync(
    path,
    zipSync(Object.fromEntries(Object.entries(entries).map(([file, text]) => [file, strToU8(text)]))),
  );
  return `${name} @ file://${path}`;
}

/** Says of every file that types are wrong in its second line, where a `str` is promised. */
const CHECKER = `import pathlib, sys
wrong = [file for file in pathlib.Path('.').glob('shop/*.py') if '-> str' in file.read_text()]
for file in wrong:
    print(f"{file}:2:5: error: Incompatible return value type  [return-value]")
sys.exit(1 if wrong else 0)
`;

const PRICE = 'def price(cents: int) -> int:\n    return cents * 2\n';

function shop(pyproject: string, files: Readonly<Record<string, string>> = {}): Target {
  return {
    files: {
      'pyproject.toml': pyproject,
      'shop/__init__.py': '',
      'shop/price.py': PRICE,
      'tests/test_price.py':
        'import unittest\nfrom rates import FACTOR\nfrom shop.price import price\n\n\nclass PriceTest(unittest.TestCase):\n    def test_doubles(self):\n        self.assertEqual(price(2), 2 * FACTOR)\n',
      ...files,
    },
    symbols: [{ name: 'price', file: 'shop/price.py', level: 0 }],
    tests: [{ file: 'tests/test_price.py', kind: 'unit', symbols: ['price'] }],
    boundaries: [{ kind: 'system', afterLevel: 0, symbols: ['price'] }],
  };
}

const rates = (): string => wheel('rates', { 'rates/__init__.py': 'FACTOR = 2\n' });
const checker = (): string => wheel('mypy', { 'mypy/__init__.py': '', 'mypy/__main__.py': CHECKER });
const linter = (): string =>
  wheel('ruff', { 'ruff/__init__.py': '', 'ruff/__main__.py': "print('F401 unused'); raise SystemExit(1)\n" });

describe('the packages of a Python project', () => {
  it('are those of pyproject.toml, of its extras and groups for tests, each in a folder beside the checkout', async () => {
    const results = await judgeTarget(
      shop(`[project]\nname = "shop"\nversion = "1"\n[dependency-groups]\ndev = ["${rates()}"]\n`),
    );
    expect(results.error).toBeNull();
    expect(verdictsOf(results)).toEqual({ price: 'passed' });
    expect(results.suite).toEqual({ passed: 1, failed: 0, skipped: 0 });
  });

  it('bring the type checker and the linter that the project configures', async () => {
    const pyproject = `[project]\nname = "shop"\nversion = "1"\ndependencies = ["${rates()}"]\n[project.optional-dependencies]\nlint = ["${linter()}"]\ndev = ["shop[lint]", "${checker()}"]\n[tool.mypy]\n[tool.ruff]\n`;
    const results = await judgeTarget(shop(pyproject, { 'shop/price.py': PRICE.replace('-> int', '-> str') }));
    expect(results.toolchain.name).toBe('python, unittest, mypy');
    expect(verdictsOf(results)).toEqual({ price: 'failed' });
    expect(results.boundaries[0]?.checks.find(({ check }) => check === 'lint')?.outcome).toBe('failed');
  });

  it('come before files of the project that are called alike: code cannot bring its own type checker', async () => {
    const pyproject = `[project]\nname = "shop"\nversion = "1"\ndependencies = ["${rates()}", "${checker()}"]\n[tool.mypy]\n`;
    const planted = {
      'mypy.py': 'raise SystemExit(0)\n',
      'mypy/__init__.py': '',
      'mypy/__main__.py': 'raise SystemExit(0)\n',
      '.venv/lib/python3.11/site-packages/mypy/__main__.py': 'raise SystemExit(0)\n',
      'shop/price.py': PRICE.replace('-> int', '-> str'),
    };
    expect(verdictsOf(await judgeTarget(shop(pyproject, planted)))).toEqual({ price: 'failed' });
  });

  it('are named where they are configured and nobody installed them', async () => {
    const said: string[] = [];
    const pyproject = `[project]\nname = "shop"\nversion = "1"\ndependencies = ["${rates()}"]\n[tool.pyright]\n`;
    const results = await judgeTarget(shop(pyproject), (line) => said.push(line));
    expect(results.toolchain.name).toBe('python, unittest');
    expect(said).toContain('pyright is configured, but not installed: it is not run');
  });

  it('run no code of their own: what would have to be built is left out, and said', async () => {
    const said: string[] = [];
    const files = {
      'requirements.txt': `-r requirements/base.txt\n./vendor/evil\n`,
      'requirements/base.txt': `${rates()}\n-e .\n`,
      'vendor/evil/setup.py': "open('/tmp/mge-built', 'w').write('x')\n",
    };
    const results = await judgeTarget(shop('[project]\nname = "shop"\nversion = "1"\n', files), (line) =>
      said.push(line),
    );
    expect(verdictsOf(results)).toEqual({ price: 'passed' });
    expect(said.filter((line) => line.startsWith('not installed'))).toEqual([
      'not installed, since it would run its own code: -e .',
      'not installed, since it would run its own code: ./vendor/evil',
    ]);
  });

  it('that cannot be had end the validation with the reason and the next step', async () => {
    const missing = `[project]\nname = "shop"\nversion = "1"\ndependencies = ["rates @ file://${folder}/none-1.0-py3-none-any.whl"]\n`;
    const results = await judgeTarget(shop(missing));
    expect(results.error?.code).toBe('install-failed');
    expect(results.error?.message).toContain('set `commands.install` in .github/mge.yml');
    expect(results.atoms).toEqual([]);
  });
});
