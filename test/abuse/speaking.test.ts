import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { readActionSettings } from '#action/src/action-settings.ts';
import { runAction } from '#action/src/run-action.ts';
import { manifestOf, writeTarget, type Target } from '#test/action/make-target.ts';
import { SYSTEM_PYTHON } from '#test/support/programs.ts';

vi.setConfig({ testTimeout: 120_000 });

const ESCAPE = '\u001b';
const SECRET = `ghp_${'a1B2'.repeat(9)}`;
/** What hostile code would like a person, a terminal or the runner to read. */
const SAID = [
  `${ESCAPE}[2J${ESCAPE}]0;owned\u0007all passed`,
  '::add-mask::x',
  '##[error]forged',
  '| x | y |',
  '<script>alert(1)</script>',
  '[click](https://evil.example)',
  '@everyone',
  '\u202egnp.exe',
  SECRET,
].join('\\n');
const TARGET: Target = {
  files: {
    'pyproject.toml': '[project]\nname = "shop"\nversion = "1"\n',
    'price.py': `def price(cents):\n    print("${SAID}")\n    raise ValueError("${SAID}")\n`,
    'test_price.py':
      'import unittest\nfrom price import price\n\n\nclass PriceTest(unittest.TestCase):\n    def test_doubles(self):\n        self.assertEqual(price(2), 4)\n',
  },
  symbols: [{ name: 'price', file: 'price.py', level: 0 }],
  tests: [{ file: 'test_price.py', kind: 'unit', symbols: ['price'] }],
};

let workspace = '';
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

it('what hostile code says reaches people as plain text: no terminal codes, commands, links, mentions or secrets', async () => {
  workspace = writeTarget({ ...TARGET, files: { ...TARGET.files, 'level.json': JSON.stringify(manifestOf(TARGET)) } });
  const open = spawnSync(SYSTEM_PYTHON, ['-m', 'unittest', 'test_price'], { cwd: workspace, encoding: 'utf8' });
  for (const said of [`${ESCAPE}[2J`, '\n::add-mask::x', '##[error]', SECRET]) expect(open.stdout).toContain(said);

  const lines: string[] = [];
  const settings = readActionSettings({
    GITHUB_WORKSPACE: workspace,
    GITHUB_SHA: 'b'.repeat(40),
    GITHUB_STEP_SUMMARY: join(workspace, 'summary.md'),
    INPUT_MANIFEST: 'level.json',
  });
  await runAction(settings, (line) => lines.push(line));
  const summary = readFileSync(settings.summaryFile, 'utf8');
  const log = lines.flatMap((line) => line.split(/[\r\n]/));
  const commands = log.filter((line) => line.trimStart().startsWith('::'));
  expect(commands).toEqual([expect.stringMatching(/^::error file=test_price\.py,line=\d+,title=MGE%3A unit::/)]);
  const elsewhere = log.filter((line) => !commands.includes(line));
  expect(elsewhere.join('\n')).not.toContain('##[');
  for (const shown of [...log, summary, readFileSync(settings.results, 'utf8')]) {
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(shown).not.toContain(SECRET);
  }
  expect(summary).not.toMatch(/<script|\[click\]|@everyone|\| x \| y \|/);
  expect(summary).toMatch(/^\| price&#35;1 \| failed \| unit \| /m);
});
