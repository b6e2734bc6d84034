import { describe, expect, it, vi } from 'vitest';
import { judgeTarget, verdictsOf, type Target } from '#test/action/make-target.ts';

const ADD = 'def add(left, right):\n    return left + right\n';
const TOTAL =
  'from shop.add import add\n\n\ndef total(amounts):\n    result = 0\n    for amount in amounts:\n        result = add(result, amount)\n    return result\n';

const unit = (name: string, call: string, expected: string): string => `import unittest
from shop.${name} import ${name}


class ${name}Test(unittest.TestCase):
    def test_small(self):
        print('noise')
        self.assertEqual(${call}, ${expected})
`;

/** add ← total with a unit test each, and an integration test. */
function pythonTarget(changed: Readonly<Record<string, string>> = {}): Target {
  return {
    files: {
      'pyproject.toml': '[project]\nname = "shop"\nversion = "1"\n',
      'shop/__init__.py': '',
      'shop/add.py': ADD,
      'shop/total.py': TOTAL,
      'tests/test_add.py': unit('add', 'add(0, 2)', '2'),
      'tests/test_total.py': unit('total', 'total([])', '0'),
      'tests/test_ledger.py': unit('total', 'total([100, 250, 1])', '351'),
      ...changed,
    },
    symbols: [
      { name: 'add', file: 'shop/add.py', level: 0 },
      { name: 'total', file: 'shop/total.py', level: 1, needs: ['add'] },
    ],
    tests: [
      { file: 'tests/test_add.py', kind: 'unit', symbols: ['add'] },
      { file: 'tests/test_total.py', kind: 'unit', symbols: ['total'] },
      { file: 'tests/test_ledger.py', kind: 'integration', symbols: ['total'] },
    ],
    boundaries: [{ kind: 'module', afterLevel: 1, symbols: ['add', 'total'] }],
  };
}

const failedCheck = (results: Awaited<ReturnType<typeof judgeTarget>>, symbol: string) =>
  results.atoms.find((atom) => atom.symbol === symbol)?.checks.find((check) => check.outcome === 'failed');

vi.setConfig({ testTimeout: 240_000 });

describe('a Python project with unittest', () => {
  it('passes everything when everything is right', async () => {
    const results = await judgeTarget(pythonTarget());
    expect(results.error).toBeNull();
    expect(results.toolchain.name).toBe('python, unittest');
    expect(verdictsOf(results)).toEqual({ add: 'passed', total: 'passed' });
    expect(results.suite).toEqual({ passed: 3, failed: 0, skipped: 0 });
    expect(results.levels.map((level) => level.typechecked)).toEqual([null, null]);
  });

  it('fails the atom with a syntax error and goes on', async () => {
    const results = await judgeTarget(pythonTarget({ 'shop/add.py': ADD.replace('return left', 'return (left') }));
    expect(verdictsOf(results)).toEqual({ add: 'failed', total: 'passed' });
    expect(failedCheck(results, 'add')).toMatchObject({ check: 'syntax', evidence: { file: 'shop/add.py', line: 2 } });
  });

  it('fails the symbol whose own test fails, at the assertion', async () => {
    const results = await judgeTarget(pythonTarget({ 'shop/add.py': ADD.replace('left + right', 'left - right') }));
    expect(verdictsOf(results)).toMatchObject({ add: 'failed' });
    expect(failedCheck(results, 'add')?.evidence).toMatchObject({ check: 'unit', file: 'tests/test_add.py', line: 8 });
  });

  it('does not pass what nothing has executed, for its only test file cannot be loaded', async () => {
    const results = await judgeTarget(
      pythonTarget({
        'tests/test_add.py': 'import no_such_module\n',
        'tests/test_total.py': 'import no_such_module\n',
        'tests/test_ledger.py': 'import no_such_module\n',
      }),
    );
    expect(verdictsOf(results)).toEqual({ add: 'not-executed', total: 'not-executed' });
  });

  it('ends an endless loop and names who loops', async () => {
    const results = await judgeTarget({
      ...pythonTarget({ 'shop/add.py': ADD.replace('    return', '    while True:\n        pass\n    return') }),
      atomSeconds: 2,
    });
    expect(verdictsOf(results)).toMatchObject({ add: 'failed' });
    expect(failedCheck(results, 'add')?.evidence?.message).toContain('did not end within their time');
  });

  it('bisects an integration failure to the wrong helper', async () => {
    const results = await judgeTarget(
      pythonTarget({ 'shop/add.py': ADD.replace('left + right', 'left + right if left == 0 else right') }),
    );
    expect(verdictsOf(results)).toMatchObject({ add: 'failed', total: 'passed' });
    expect(failedCheck(results, 'add')?.check).toBe('integration');
  });

  it.each([
    ['unittest', unit('total', 'total([100, 250, 1])', '351')],
    ['pytest', 'from shop.total import total\n\n\ndef test_ledger():\n    assert total([100, 250, 1]) == 351\n'],
  ])('waits where a failing test has only met a stub that the code catches (%s)', async (_runner, ledger) => {
    const cautious = TOTAL.replace(
      /(def total\(.*\n)([\s\S]*)$/,
      (_, head: string, body: string) =>
        `${head}    try:\n${body.trimEnd().replaceAll(/^/gm, '    ')}\n    except Exception:\n        return -1\n`,
    );
    const wrong = ADD.replace('left + right', 'left - right');
    const results = await judgeTarget(
      pythonTarget({ 'shop/add.py': wrong, 'shop/total.py': cautious, 'tests/test_ledger.py': ledger }),
    );
    // "-1 is not 351" is what the integration test says while `add` is a stub; the unit test of `total` never calls it.
    expect(verdictsOf(results)).toEqual({ add: 'failed', total: 'passed' });
    expect(results.suite).toEqual({ passed: 1, failed: 0, skipped: 2 });
    expect(results.levels.flatMap((level) => level.evidence)).toEqual([]);
  });

  it('finds both culprits of two failures', async () => {
    const target = pythonTarget({
      'shop/add.py': ADD.replace('left + right', 'left + right if left == 0 else right'),
      'shop/tax.py': 'def tax(cents):\n    return 19\n',
      'tests/test_tax.py': unit('tax', 'tax(200)', '38'),
    });
    const results = await judgeTarget({
      ...target,
      symbols: [...target.symbols, { name: 'tax', file: 'shop/tax.py', level: 1 }],
      tests: [...target.tests, { file: 'tests/test_tax.py', kind: 'integration', symbols: ['tax'] }],
      boundaries: [{ kind: 'module', afterLevel: 1, symbols: ['add', 'total', 'tax'] }],
    });
    expect(verdictsOf(results)).toMatchObject({ add: 'failed', total: 'passed', tax: 'failed' });
  });

  it('keeps what was settled and leaves stubs of what waits', async () => {
    const target = pythonTarget({ 'shop/total.py': TOTAL.replace('result = 0', 'result = wrong') });
    const symbols = target.symbols.map((symbol) => ({
      ...symbol,
      state: symbol.name === 'add' ? ('candidate' as const) : ('waiting' as const),
    }));
    const results = await judgeTarget({
      ...target,
      symbols,
      boundaries: [{ kind: 'system', afterLevel: 0, symbols: ['add'] }],
    });
    expect(verdictsOf(results)).toEqual({ add: 'passed' });
    expect(results.suite).toEqual({ passed: 1, failed: 0, skipped: 2 });
  });
});

describe('a Python project with pytest', () => {
  it('is judged the same way', async () => {
    const files = {
      'tests/test_add.py': 'from shop.add import add\n\n\ndef test_add():\n    assert add(0, 2) == 2\n',
      'tests/test_total.py': 'from shop.total import total\n\n\ndef test_total():\n    assert total([1, 2]) == 3\n',
    };
    const results = await judgeTarget(
      pythonTarget({ ...files, 'shop/add.py': ADD.replace('left + right', 'left + right + 1') }),
    );
    // pytest is used where the machine has it; its plain functions are no tests for unittest.
    expect(results.toolchain.name).toMatch(/^python, (pytest|unittest)$/);
    expect(verdictsOf(results)).toMatchObject({ add: 'failed' });
  });
});
