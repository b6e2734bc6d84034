import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkflowJob } from '#local/github/workflow-runner.ts';
import { createLocalRunner } from '#local/runner/create-local-runner.ts';
import { parseResults } from '#domain/verdict/parse-results.ts';
import { VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import { renderValidationWorkflow } from '#engine/validation/workflow/validation-workflow.ts';
import { manifestOf, verdictsOf, type Target } from '#test/action/make-target.ts';

const PYTHON: Target = {
  files: {
    'pyproject.toml': '[project]\nname = "shop"\nversion = "1"\n',
    'shop/__init__.py': '',
    'shop/price.py': 'def price(cents):\n    return cents * 2\n',
    'tests/test_price.py':
      'import unittest\nfrom shop.price import price\n\n\nclass PriceTest(unittest.TestCase):\n    def test_doubles(self):\n        self.assertEqual(price(2), 4)\n',
  },
  symbols: [{ name: 'price', file: 'shop/price.py', level: 0 }],
  tests: [{ file: 'tests/test_price.py', kind: 'unit', symbols: ['price'] }],
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mge-runner-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A bare repository with one commit of these files. */
function commitFiles(files: Readonly<Record<string, string>>): { gitDir: string; sha: string } {
  const work = join(folder, 'work');
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(work, file)), { recursive: true });
    writeFileSync(join(work, file), text);
  }
  const git = (...words: string[]): string =>
    execFileSync('git', ['-C', work, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...words], {
      encoding: 'utf8',
    }).trim();
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--force', '.');
  git('commit', '--quiet', '-m', 'candidates');
  return { gitDir: join(work, '.git'), sha: git('rev-parse', 'HEAD') };
}

function jobFor(
  files: Readonly<Record<string, string>>,
  workflowText: string,
  inputs: Record<string, string> = {},
): WorkflowJob {
  const { gitDir, sha } = commitFiles(files);
  return {
    runId: 7,
    repository: 'acme/shop',
    gitDir,
    headSha: sha,
    ref: 'refs/heads/mge-candidates/1',
    workflowPath: VALIDATION_WORKFLOW,
    workflowText,
    inputs: { key: 'key-1', sha, ...inputs },
  };
}

const shell = (script: string, more = ''): string =>
  `on: workflow_dispatch\njobs:\n  one:\n    timeout-minutes: 1\n    steps:\n      - run: ${script}\n${more}`;

/** A log's line without the moment that stands before it. */
const withoutTime = (line: string): string => line.replace(/^\S+Z /, '');

describe('the local runner', () => {
  it("performs MGE's own workflow: check-out, judgement, one artifact that the server takes", async () => {
    const workflow = renderValidationWorkflow({ actionRef: 'mge-app/mge/action@v1', node: '24', python: '3.12' });
    const manifest = manifestOf(PYTHON);
    const lines: string[] = [];
    const runner = createLocalRunner({
      workDir: join(folder, 'runner'),
      sandbox: 'auto',
      onLine: (line) => lines.push(line),
    });
    const outcome = await runner.run(
      jobFor({ ...PYTHON.files, '.mge/level.json': JSON.stringify(manifest) }, workflow),
    );
    expect(outcome.log).toContain('skipped on this machine: "Install the sandbox"');
    expect(outcome.conclusion).toBe('success');
    expect(outcome.artifacts.map((artifact) => artifact.name)).toEqual(['mge-results']);
    const files = unzipSync(outcome.artifacts[0]?.archive ?? new Uint8Array());
    const parsed = parseResults(files['mge-results.json'] ?? new Uint8Array(), manifest);
    expect(parsed.ok && verdictsOf(parsed.value)).toEqual({ price: 'passed' });
    expect(parsed.ok && parsed.value.headSha).toMatch(/^[0-9a-f]{40}$/);
    expect(lines).toEqual(outcome.log.split('\n').map(withoutTime));
  });

  it('fails the job when the manifest belongs to another dispatch, and uploads nothing', async () => {
    const workflow = renderValidationWorkflow({ actionRef: 'mge-app/mge/action@v1', node: null, python: null });
    const runner = createLocalRunner({ workDir: join(folder, 'runner'), sandbox: 'auto' });
    const files = { ...PYTHON.files, '.mge/level.json': JSON.stringify(manifestOf(PYTHON)) };
    const outcome = await runner.run(jobFor(files, workflow, { key: 'another' }));
    expect(outcome.conclusion).toBe('failure');
    expect(outcome.artifacts).toEqual([]);
  });

  it('stops at a step that fails, but runs what must always run', async () => {
    const runner = createLocalRunner({ workDir: join(folder, 'runner'), sandbox: 'auto' });
    const rest = '      - run: echo never\n      - run: echo tidy ${{ inputs.key }}\n        if: always()\n';
    const checkout = shell('exit 3', rest);
    const outcome = await runner.run(jobFor({ 'a.txt': 'a' }, checkout));
    expect(outcome.conclusion).toBe('failure');
    expect(outcome.log).not.toContain('never\n');
    expect(outcome.log.split('\n').map(withoutTime)).toContain('tidy key-1');
  });

  it('gives steps none of this process’s environment', async () => {
    process.env['MGE_TEST_SECRET'] = 'hush';
    try {
      const runner = createLocalRunner({ workDir: join(folder, 'runner'), sandbox: 'auto' });
      const text = shell('env');
      const outcome = await runner.run(jobFor({ 'a.txt': 'a' }, text));
      expect(outcome.conclusion).toBe('success');
      expect(outcome.log).toContain('GITHUB_REPOSITORY=acme/shop');
      expect(outcome.log).not.toContain('hush');
    } finally {
      delete process.env['MGE_TEST_SECRET'];
    }
  });

  it('refuses an action that it does not know', async () => {
    const runner = createLocalRunner({ workDir: join(folder, 'runner'), sandbox: 'auto' });
    const outcome = await runner.run(jobFor({ 'a.txt': 'a' }, shell('echo', '      - uses: someone/thing@v1\n')));
    expect(outcome.conclusion).toBe('failure');
    expect(outcome.log).toContain('does not know the action someone/thing@v1');
  });

  it('cancels a job that is cancelled, and kills what it runs', async () => {
    const runner = createLocalRunner({
      workDir: join(folder, 'runner'),
      sandbox: 'auto',
      onLine: (line) => {
        if (line === 'started') controller.abort();
      },
    });
    const controller = new AbortController();
    const text = shell('echo started; sleep 600');
    const outcome = await runner.run({ ...jobFor({ 'a.txt': 'a' }, text), signal: controller.signal });
    expect(outcome.conclusion).toBe('cancelled');
  });
});
