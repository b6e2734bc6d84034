import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRefusingSandbox } from '#adapters/sandbox/create-refusing-sandbox.ts';
import { readActionSettings, type ActionSettings } from '#action/src/action-settings.ts';
import { runAction } from '#action/src/run-action.ts';
import { runValidation } from '#action/src/run-validation.ts';
import { Results } from '#domain/verdict/results.ts';
import { manifestOf, theSandbox, verdictsOf, writeTarget, type Target } from '#test/action/make-target.ts';

const TARGET: Target = {
  files: {
    'pyproject.toml': '[project]\nname = "shop"\nversion = "1"\n',
    'price.py': 'def price(cents):\n    return cents * 2\n',
    'test_price.py':
      "import os\nimport unittest\nfrom price import price\n\n\nclass PriceTest(unittest.TestCase):\n    def test_environment(self):\n        self.assertEqual([name for name in os.environ if 'TOKEN' in name or name.startswith(('GITHUB', 'ACTIONS', 'INPUT'))], [])\n\n    def test_doubles(self):\n        self.assertEqual(price(2), 4)\n",
  },
  symbols: [{ name: 'price', file: 'price.py', level: 0 }],
  tests: [{ file: 'test_price.py', kind: 'unit', symbols: ['price'] }],
};

let workspace = '';
let settings: ActionSettings;
beforeEach(async () => {
  await theSandbox();
  workspace = writeTarget({ ...TARGET, files: { ...TARGET.files, 'level.json': JSON.stringify(manifestOf(TARGET)) } });
  settings = readActionSettings({
    GITHUB_WORKSPACE: workspace,
    GITHUB_SHA: 'b'.repeat(40),
    GITHUB_STEP_SUMMARY: join(workspace, 'summary.md'),
    GITHUB_OUTPUT: join(workspace, 'output.txt'),
    INPUT_MANIFEST: 'level.json',
    INPUT_KEY: 'key-1',
  });
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const written = (): Results => Results.parse(JSON.parse(readFileSync(settings.results, 'utf8')));

vi.setConfig({ testTimeout: 240_000 });

describe('the action', () => {
  it('writes results, a summary that people can read, and its outputs', async () => {
    process.env['GITHUB_TOKEN'] = 'hush';
    const lines: string[] = [];
    await runAction(settings, (line) => lines.push(line));
    delete process.env['GITHUB_TOKEN'];
    expect(verdictsOf(written())).toEqual({ price: 'passed' });
    expect(written().suite).toEqual({ passed: 2, failed: 0, skipped: 0 });
    expect(readFileSync(settings.summaryFile, 'utf8')).toContain('| 1 | 1 | 0 | 0 | 2 | 0 | 0 |');
    expect(readFileSync(settings.outputFile, 'utf8')).toContain('failed=0\n');
    expect(lines.filter((line) => line.startsWith('::'))).toEqual([]);
  });

  it('annotates what failed, and lets the target write no commands into the log', async () => {
    writeFileSync(
      join(workspace, 'price.py'),
      "def price(cents):\n    raise ValueError('::set-output name=x::y\\n::error::forged')\n",
    );
    const lines: string[] = [];
    await runAction(settings, (line) => lines.push(line));
    expect(written().atoms[0]?.verdict).toBe('failed');
    const commands = lines.flatMap((line) => line.split('\n')).filter((line) => line.startsWith('::'));
    expect(commands).toHaveLength(1);
    expect(commands[0]).toMatch(/^::error file=test_price\.py,line=\d+,title=MGE%3A unit::/);
  });

  it('writes through no link that a candidate has planted', async () => {
    const victim = join(workspace, 'victim.txt');
    writeFileSync(victim, 'untouched');
    symlinkSync(victim, settings.results);
    await runAction(settings, () => undefined);
    expect(readFileSync(victim, 'utf8')).toBe('untouched');
    expect(lstatSync(settings.results).isFile()).toBe(true);
  });

  it('answers no manifest but that of its own dispatch', async () => {
    await expect(runAction({ ...settings, key: 'other' }, () => undefined)).rejects.toThrow('another dispatch');
  });

  it('executes nothing where there is no sandbox: what a parser can tell is told, no function passes', async () => {
    const marker = join(workspace, 'executed');
    const boom = `import pathlib\npathlib.Path(${JSON.stringify(marker)}).write_text('x')\n`;
    writeFileSync(join(workspace, 'price.py'), `${boom}def price(cents):\n    return cents * 2\n`);
    writeFileSync(join(workspace, 'sitecustomize.py'), boom);
    writeFileSync(join(workspace, 'mypy.ini'), '[mypy]\nplugins = sitecustomize.py\n');
    const results = await judgeWithoutSandbox();
    expect(results.error).toBeNull();
    expect(results.sandbox).toEqual({ kind: 'none', enforced: [] });
    expect(results.suite).toEqual({ passed: 0, failed: 0, skipped: 0 });
    expect(results.atoms[0]?.checks.map(({ check, outcome }) => [check, outcome])).toEqual([
      ['syntax', 'passed'],
      ['types', 'not-executed'],
      ['unit', 'not-executed'],
    ]);
    expect(existsSync(marker)).toBe(false);
  });

  it('still finds, without a sandbox, what does not parse', async () => {
    writeFileSync(join(workspace, 'price.py'), 'def price(cents):\n    return cents *\n');
    expect(verdictsOf(await judgeWithoutSandbox())).toEqual({ price: 'failed' });
  });
});

function judgeWithoutSandbox(): Promise<Results> {
  const chosen = {
    sandbox: createRefusingSandbox('bwrap not found'),
    executes: false,
    note: 'bwrap not found',
    close: () => undefined,
  };
  const request = { manifest: manifestOf(TARGET), workspace, headSha: 'b'.repeat(40), chosen, modules: null };
  return runValidation({ ...request, say: () => undefined });
}
