import { describe, expect, it, vi } from 'vitest';
import { parseResults } from '#domain/verdict/parse-results.ts';
import { judgeTarget, manifestOf, verdictsOf } from '#test/action/make-target.ts';
import { ADD, TOTAL, typescriptTarget } from '#test/action/typescript-target.ts';

const evidenceOf = (results: Awaited<ReturnType<typeof judgeTarget>>, symbol: string) =>
  results.atoms
    .flatMap((atom) => (atom.symbol === symbol ? atom.checks : []))
    .find((check) => check.outcome === 'failed')?.evidence;

vi.setConfig({ testTimeout: 240_000 });

describe('a TypeScript project with node:test', () => {
  it('passes everything when everything is right, and the server takes the results', async () => {
    const target = typescriptTarget();
    const results = await judgeTarget(target);
    expect(results.error).toBeNull();
    expect(verdictsOf(results)).toEqual({ add: 'passed', total: 'passed', report: 'passed' });
    expect(results.levels).toEqual([0, 1, 2].map((level) => ({ level, typechecked: true, evidence: [] })));
    expect(results.suite).toEqual({ passed: 4, failed: 0, skipped: 0 });
    expect(results.atoms.flatMap((atom) => atom.checks.map((check) => check.outcome))).not.toContain('not-executed');
    const parsed = parseResults(new TextEncoder().encode(JSON.stringify(results)), manifestOf(target));
    expect(parsed.ok).toBe(true);
  });

  it('fails the atom with a type error at its line, and what needs it waits', async () => {
    const results = await judgeTarget(
      typescriptTarget({ 'src/add.ts': ADD.replace('left + right', "left + right + 'x'") }),
    );
    expect(verdictsOf(results)).toEqual({ add: 'failed', total: 'not-executed by add', report: 'passed' });
    expect(evidenceOf(results, 'add')).toMatchObject({ check: 'types', file: 'src/add.ts', line: 2 });
    expect(results.levels.map((level) => level.typechecked)).toEqual([true, true, true]);
  });

  it('fails the atom whose brackets do not close, and goes on with the rest', async () => {
    const results = await judgeTarget(
      typescriptTarget({ 'src/total.ts': TOTAL.replace('add(sum, amount), 0)', 'add(sum, amount, 0') }),
    );
    expect(verdictsOf(results)).toEqual({ add: 'passed', total: 'failed', report: 'not-executed by total' });
    expect(evidenceOf(results, 'total')).toMatchObject({ check: 'syntax', file: 'src/total.ts' });
  });

  it('blames a changed signature on the candidate that changed it', async () => {
    const broken = TOTAL.replace('amounts: readonly number[]', 'amounts: readonly string[]').replace(
      'add(sum, amount)',
      'add(sum, amount.length)',
    );
    const results = await judgeTarget(typescriptTarget({ 'src/total.ts': broken }));
    expect(verdictsOf(results)).toMatchObject({ add: 'passed', total: 'failed' });
    expect(evidenceOf(results, 'total')?.check).toBe('types');
  });

  it('fails the symbol whose own test fails', async () => {
    const results = await judgeTarget(typescriptTarget({ 'src/add.ts': ADD.replace('left + right', 'left - right') }));
    expect(verdictsOf(results)).toEqual({ add: 'failed', total: 'not-executed by add', report: 'passed' });
    expect(evidenceOf(results, 'add')).toMatchObject({ check: 'unit', file: 'test/add.test.ts', line: 6 });
    expect(results.suite).toEqual({ passed: 1, failed: 0, skipped: 3 });
  });

  it('ends an endless loop and names who loops', async () => {
    const looping = TOTAL.replace('return amounts', 'for (;;);\n  return amounts');
    const results = await judgeTarget({ ...typescriptTarget({ 'src/total.ts': looping }), atomSeconds: 3 });
    expect(verdictsOf(results)).toEqual({ add: 'passed', total: 'failed', report: 'not-executed by total' });
    expect(evidenceOf(results, 'total')?.message).toContain('did not end within their time');
  });

  it('bisects an integration failure to the wrong helper, not to who calls it', async () => {
    const results = await judgeTarget(
      typescriptTarget({ 'src/add.ts': ADD.replace('left + right', '(left === 0 ? right : left)') }),
    );
    expect(verdictsOf(results)).toMatchObject({ add: 'failed', total: 'passed', report: 'passed' });
    expect(evidenceOf(results, 'add')).toMatchObject({ check: 'integration', file: 'test/ledger.test.ts' });
  });

  it('does not blame candidates for a test that fails whatever they are', async () => {
    const wrong =
      "import test from 'node:test';\nimport assert from 'node:assert/strict';\ntest('never right', () => { assert.equal(1, 2); });\n";
    const results = await judgeTarget(typescriptTarget({ 'test/ledger.test.ts': wrong }));
    expect(verdictsOf(results)).toEqual({ add: 'passed', total: 'passed', report: 'passed' });
    expect(results.levels.at(-1)?.evidence[0]).toMatchObject({ check: 'integration', file: 'test/ledger.test.ts' });
  });

  it('waits where a failing test has only met a stub that the code catches', async () => {
    const cautious = TOTAL.replace(
      '  return amounts.reduce((sum, amount) => add(sum, amount), 0);',
      '  try {\n    return amounts.reduce((sum, amount) => add(sum, amount), 0);\n  } catch {\n    return -1;\n  }',
    );
    const wrong = ADD.replace('left + right', 'left - right');
    const results = await judgeTarget(typescriptTarget({ 'src/add.ts': wrong, 'src/total.ts': cautious }));
    // "-1 is not 3" is what the test of `total` says while `add` is a stub.
    expect(verdictsOf(results)).toEqual({ add: 'failed', total: 'not-executed by add', report: 'passed' });
    expect(results.levels.flatMap((level) => level.evidence)).toEqual([]);
  });

  it('takes neither an early exit nor a forged report for a pass', async () => {
    const exit = ADD.replace('return left', 'process.exit(0);\n  return left');
    expect(verdictsOf(await judgeTarget(typescriptTarget({ 'src/add.ts': exit })))).toMatchObject({ add: 'failed' });
    const forged = ADD.replace('return left', "throw new Error('mge: not generated yet: add');\n  return left");
    expect(verdictsOf(await judgeTarget(typescriptTarget({ 'src/add.ts': forged })))).toMatchObject({ add: 'failed' });
  });
});
