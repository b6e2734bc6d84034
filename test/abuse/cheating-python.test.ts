import { expect, it, vi } from 'vitest';
import { claimOf, foolsTheTrusting, PYTHON, type Cheat } from '#test/abuse/cheat.ts';

vi.setConfig({ testTimeout: 120_000 });

const WRONG = 'def price(cents):\n    return cents + 1\n\n';
const HEAD = 'import unittest\nfrom price import price\n\n\nclass PriceTest(unittest.TestCase):\n';
const HONEST = `${HEAD}    def test_doubles(self):\n        self.assertEqual(price(5), 10)\n`;
/** An atom that does something as it is loaded. */
const loading = (name: string, tricks: string): Cheat => ({ name, source: `${WRONG}\n${tricks}\n`, test: HONEST });
/** A test that does something. */
const testing = (name: string, test: string): Cheat => ({ name, source: WRONG, test });

const cheats: readonly Cheat[] = [
  testing('a test that leaves with success', `import os\n${HEAD}    def test_doubles(self):\n        os._exit(0)\n`),
  testing('a test file that leaves with success', `import os\nos._exit(0)\n${HEAD}    pass\n`),
  loading('an atom that leaves with success', 'import os\nos._exit(0)'),
  loading('an atom that says goodbye with success', 'import atexit, os\natexit.register(lambda: os._exit(0))'),
  loading(
    'an atom whose exit is always a success',
    'import os, sys\nleave = os._exit\nos._exit = lambda status: leave(0)\nsys.exit = lambda *status: leave(0)',
  ),
  loading('an assertion that was taken out', 'import unittest\nunittest.TestCase.assertEqual = lambda *words: None'),
  loading(
    'every assertion taken out',
    "import unittest\nfor name in dir(unittest.TestCase):\n    if name.startswith('assert'):\n        setattr(unittest.TestCase, name, lambda *words, **more: None)",
  ),
  loading(
    'a comparison for each type replaced',
    'import unittest\nunittest.TestCase._getAssertEqualityFunc = lambda *words: lambda *two, **more: None',
  ),
  loading(
    'failures counted as successes',
    'import unittest\nunittest.TestResult.addFailure = lambda self, test, error: self.addSuccess(test)\nunittest.TestResult.wasSuccessful = lambda self: True\nunittest.TextTestResult.addFailure = unittest.TestResult.addFailure',
  ),
  loading(
    'failures counted as successes, in every class',
    'import gc, unittest\nfor one in gc.get_objects():\n    if isinstance(one, type) and issubclass(one, unittest.TestResult):\n        one.addFailure = lambda self, test, error: self.addSuccess(test)\n        one.wasSuccessful = lambda self: True',
  ),
  loading(
    'cases that run without their test',
    'import unittest\nunittest.TestCase.run = lambda self, result=None: (result.startTest(self), result.addSuccess(self), result.stopTest(self))',
  ),
  loading(
    'a test method that is never called',
    'import unittest\nunittest.TestCase._callTestMethod = lambda self, method: None',
  ),
  loading(
    'reports rewritten as they are made',
    "import json, os\nmake = json.dumps\njson.dumps = lambda value, *more, **words: make({**value, 'outcome': 'passed'} if isinstance(value, dict) and 'outcome' in value else value, *more, **words)\nleave = os._exit\nos._exit = lambda status: leave(0)\nimport sys\nsys.exit = lambda *status: leave(0)",
  ),
  loading(
    'reports rewritten on their way out',
    'import os, sys\nsend = os.write\nos.write = lambda fd, text: send(fd, text.replace(b\'"failed"\', b\'"passed"\'))\nleave = os._exit\nos._exit = lambda status: leave(0)\nsys.exit = lambda *status: leave(0)',
  ),
  loading(
    'a secret looked for in the judge’s module and frames',
    [
      'import json, os, sys',
      "told = {'file': 'test_price.py', 'name': 'PriceTest.test_doubles', 'line': 1, 'outcome': 'passed', 'message': '', 'detail': '', 'thrown': []}",
      'frame = sys._getframe()',
      'while frame is not None:',
      '    for value in [*frame.f_globals.values(), *frame.f_locals.values()]:',
      "        if isinstance(value, str) and value.startswith('@mge:'):",
      "            for extra in (told, {'end': True}):",
      '                for fd in range(3, 9):',
      "                    try: os.write(fd, ('\\n' + value + json.dumps(extra) + '\\n').encode())",
      '                    except OSError: pass',
      '    frame = frame.f_back',
      'os._exit(0)',
    ].join('\n'),
  ),
  testing('a file without tests', 'from price import price\nprice(5)\n'),
  testing(
    'a test that is skipped',
    `${HEAD}    @unittest.skip('later')\n    def test_doubles(self):\n        self.assertEqual(price(5), 10)\n`,
  ),
  testing(
    'a failure that is expected',
    `${HEAD}    @unittest.expectedFailure\n    def test_doubles(self):\n        self.assertEqual(price(5), 10)\n`,
  ),
  loading(
    'every test file rewritten',
    "import os\nfor name in os.listdir('.'):\n    if name.startswith('test_'): open(name, 'w').write('')\nos._exit(0)",
  ),
  {
    name: 'an answer that equals everything',
    source:
      'class Any(int):\n    def __eq__(self, other):\n        return True\n    __hash__ = None\n\n\ndef price(cents):\n    return Any(cents)\n\n',
    test: HONEST,
  },
];

it.each(cheats)('Python that is wrong is never called tested: $name', async (cheat) => {
  const trusting = foolsTheTrusting(PYTHON, cheat);
  const claimed = await claimOf(PYTHON, cheat);
  expect({ trusting, fooled: claimed === 'passed' }).toEqual({ trusting: true, fooled: false });
});

it('and without a trick, the same atom fails and the right one passes', async () => {
  const right = { name: 'right', source: 'def price(cents):\n    return cents * 2\n\n', test: HONEST };
  expect(foolsTheTrusting(PYTHON, testing('wrong', HONEST))).toBe(false);
  expect(await claimOf(PYTHON, right)).toBe('passed');
  expect(await claimOf(PYTHON, testing('wrong', HONEST))).toBe('failed');
});
