import { describe, expect, it, vi } from 'vitest';
import { judgeTarget, verdictsOf, type Target } from '#test/action/make-target.ts';
import { testRunners } from '#test/support/test-runners.ts';
import { ADD, TOTAL, typescriptTarget } from '#test/action/typescript-target.ts';

const testFile = (
  runner: string,
  name: string,
  call: string,
  expected: string,
  ending: string,
): string => `import ${runner === 'vitest' ? '{ test }' : 'test'} from '${runner}';
import assert from 'node:assert/strict';
import { ${name} } from '../src/${name}.${ending}';

test('${name}', () => {
  assert.equal(${call}, ${expected});
});
`;

const withoutTypes = (text: string): string => text.replaceAll(/: readonly number\[\]|: number/g, '');

function javascriptTarget(changed: Readonly<Record<string, string>> = {}): Target {
  return {
    files: {
      'package.json': JSON.stringify({ type: 'module', scripts: { test: 'node --test' } }),
      'src/add.js': withoutTypes(ADD),
      'src/total.js': withoutTypes(TOTAL),
      'test/add.test.js': testFile('node:test', 'add', 'add(0, 2)', '2', 'js'),
      'test/total.test.js': testFile('node:test', 'total', 'total([1, 2])', '3', 'js'),
      ...changed,
    },
    symbols: [
      { name: 'add', file: 'src/add.js', level: 0 },
      { name: 'total', file: 'src/total.js', level: 1, needs: ['add'] },
    ],
    tests: [
      { file: 'test/add.test.js', kind: 'unit', symbols: ['add'] },
      { file: 'test/total.test.js', kind: 'unit', symbols: ['total'] },
    ],
  };
}

vi.setConfig({ testTimeout: 240_000 });

describe('a JavaScript project', () => {
  it('is parsed and tested', async () => {
    const results = await judgeTarget(javascriptTarget());
    expect(results.error).toBeNull();
    expect(verdictsOf(results)).toEqual({ add: 'passed', total: 'passed' });
    expect(results.levels.map((level) => level.typechecked)).toEqual([null, null]);
  });

  it('fails the atom with a syntax error', async () => {
    const results = await judgeTarget(
      javascriptTarget({ 'src/add.js': withoutTypes(ADD).replace('left + right', 'left +* right') }),
    );
    expect(verdictsOf(results)).toEqual({ add: 'failed', total: 'not-executed by add' });
    expect(results.atoms[0]?.checks.find((check) => check.outcome === 'failed')).toMatchObject({
      check: 'syntax',
      evidence: { file: 'src/add.js', line: 2 },
    });
  });
});

/** jest takes CommonJS only, without a transformer; both runners have `test` (or `it`) as a global. */
function installedApart(runner: 'jest' | 'mocha', changed: Readonly<Record<string, string>> = {}): Target {
  const word = runner === 'jest' ? 'test' : 'it';
  const common = (text: string): string =>
    runner === 'jest'
      ? text
          .replaceAll(/^import (.+) from '(.+)';$/gm, "const $1 = require('$2');")
          .replaceAll(/^export (function (\w+))/gm, 'module.exports = { $2 };\n$1')
      : text;
  const { files, ...rest } = javascriptTarget({
    'package.json': JSON.stringify({ type: runner === 'jest' ? 'commonjs' : 'module', scripts: { test: runner } }),
    ...changed,
  });
  const asked = Object.entries(files).map(([path, text]) => {
    const plain = text.replace(/^import test from 'node:test';\n/m, '').replace(/^test\(/m, `${word}(`);
    return [path, path.endsWith('.js') ? common(plain) : text] as const;
  });
  return { ...rest, files: Object.fromEntries(asked), modules: testRunners() };
}

describe.each(['jest', 'mocha'] as const)('a JavaScript project with %s', (runner) => {
  it('passes what is right', async () => {
    const right = await judgeTarget(installedApart(runner));
    expect(right.error).toBeNull();
    expect(right.toolchain.name).toBe(`javascript, ${runner}`);
    expect(verdictsOf(right)).toEqual({ add: 'passed', total: 'passed' });
    expect(right.suite).toEqual({ passed: 2, failed: 0, skipped: 0 });
  });

  it('blames what is wrong, at its line, and waits with what needs it', async () => {
    const wrong = withoutTypes(ADD).replace('left + right', 'left * right');
    const results = await judgeTarget(installedApart(runner, { 'src/add.js': wrong }));
    expect(verdictsOf(results)).toEqual({ add: 'failed', total: 'not-executed by add' });
    expect(results.atoms[0]?.checks.find((check) => check.outcome === 'failed')).toMatchObject({
      check: 'unit',
      evidence: { file: 'test/add.test.js' },
    });
  });
});

/** The same TypeScript target with another test runner. */
function withRunner(script: string, runner: string): Target {
  const target = typescriptTarget();
  const files = {
    ...target.files,
    'package.json': JSON.stringify({
      type: 'module',
      scripts: { test: script },
      devDependencies: { typescript: '^6.0.0' },
    }),
    'test/add.test.ts': testFile(runner, 'add', 'add(0, 2)', '2', 'js'),
    'test/total.test.ts': testFile(runner, 'total', 'total([1, 2])', '3', 'js'),
  };
  return { ...target, files, symbols: target.symbols.slice(0, 2), tests: target.tests.slice(0, 2), boundaries: [] };
}

describe.each([
  ['node:test through tsx', 'node --import tsx --test test/*.test.ts', 'node:test', 'typescript, node-tsx'],
  ['vitest', 'vitest run', 'vitest', 'typescript, vitest'],
])('a TypeScript project with %s', (_name, script, runner, toolchain) => {
  it('passes what is right, and blames what is wrong', async () => {
    const right = await judgeTarget(withRunner(script, runner));
    expect(right.error).toBeNull();
    expect(right.toolchain.name).toBe(toolchain);
    expect(verdictsOf(right)).toEqual({ add: 'passed', total: 'passed' });
    const target = withRunner(script, runner);
    const wrong = await judgeTarget({
      ...target,
      files: { ...target.files, 'src/add.ts': ADD.replace('left + right', 'left * right') },
    });
    expect(verdictsOf(wrong)).toEqual({ add: 'failed', total: 'not-executed by add' });
    expect(wrong.suite).toEqual({ passed: 0, failed: 0, skipped: 2 });
  });

  it('waits where a test has only met a stub that the code catches', async () => {
    const target = withRunner(script, runner);
    const wrong = ADD.replace('left + right', 'left * right');
    const cautious = TOTAL.replace(/\{\n([\s\S]*)\}\n$/, '{\n  try {\n$1  } catch {\n    return 3;\n  }\n}\n');
    const results = await judgeTarget({
      ...target,
      files: { ...target.files, 'src/add.ts': wrong, 'src/total.ts': cautious },
    });
    expect(cautious).toContain('catch');
    // "3" is what the test of `total` wants, and what it gets while `add` is a stub.
    expect(verdictsOf(results)).toEqual({ add: 'failed', total: 'not-executed by add' });
  });
});
