import { expect, it, vi } from 'vitest';
import { claimOf, PYTHON } from '#test/abuse/cheat.ts';

vi.setConfig({ testTimeout: 120_000 });

// The judge takes pytest where the machine's Python has it; elsewhere unittest, which finds the class.
const TEST =
  'import unittest\nfrom price import price\n\n\ndef test_doubles():\n    assert price(5) == 10\n\n\nclass Case(unittest.TestCase):\n    def test_case(self):\n        test_doubles()\n';
const WRONG = 'def price(cents):\n    return cents + 1\n\n';
const cheats = [
  {
    name: 'a test function that is never called',
    source: `${WRONG}\ntry:\n    import _pytest.python\n    _pytest.python.Function.runtest = lambda self: None\nexcept ImportError:\n    pass\n`,
  },
  {
    name: 'a report that always says passed',
    source: `${WRONG}\ntry:\n    import _pytest.reports\n    make = _pytest.reports.TestReport.from_item_and_call.__func__\n    def lie(cls, item, call):\n        call.excinfo = None\n        return make(cls, item, call)\n    _pytest.reports.TestReport.from_item_and_call = classmethod(lie)\nexcept ImportError:\n    pass\n`,
  },
];

it.each(cheats)('under pytest, Python that is wrong is never called tested: $name', async ({ name, source }) => {
  expect(await claimOf(PYTHON, { name, source, test: TEST })).not.toBe('passed');
});

it('and the right one is', async () => {
  expect(
    await claimOf(PYTHON, { name: 'right', source: 'def price(cents):\n    return cents * 2\n\n', test: TEST }),
  ).toBe('passed');
});
