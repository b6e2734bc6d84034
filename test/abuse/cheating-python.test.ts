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

/** Calls whatever it can find on the stack that looks as if it told the judge of a case, and of the end. */
const WALK = [
  'import os, sys',
  'def closed_over(function):',
  '    for cell in getattr(function, "__closure__", None) or ():',
  '        try: yield cell.cell_contents',
  '        except ValueError: pass',
  'def walk():',
  '    frame, seen, found = sys._getframe(), set(), []',
  '    while frame is not None:',
  '        found += [*frame.f_locals.values(), *frame.f_globals.values()]',
  '        frame = frame.f_back',
  '    while found:',
  '        one = found.pop()',
  '        if id(one) in seen or len(seen) > 50000: continue',
  '        seen.add(id(one))',
  '        found += [value for value in closed_over(one)]',
  '        try: found += list(vars(one).values()) if not isinstance(one, type(os)) else []',
  '        except TypeError: pass',
  '        for owned in ("__func__", "__self__"): found.append(getattr(one, owned, None)) if callable(one) else None',
  '        yield one',
  'def price(cents):',
  '    for one in [*walk()]:',
  '        name = getattr(one, "__qualname__", "")',
  '        module = getattr(one, "__module__", "") or ""',
  '        if not callable(one) or not (module == "__main__" or module.startswith("mge_python")): continue',
  '        for words, more in [',
  "            (('test_price.py', 'PriceTest.test_doubles', 'passed'), {}),",
  "            ((), {'file': 'test_price.py', 'name': 'PriceTest.test_doubles', 'line': 1, 'outcome': 'passed', 'message': '', 'detail': '', 'thrown': []}),",
  "            ((), {'end': True}),",
  '        ]:',
  '            try: one(*words, **more)',
  '            except BaseException: pass',
  '    os._exit(0)',
].join('\n');

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
  {
    name: 'a patch of the assertions that takes itself away again',
    source: [
      'import unittest',
      'keep = unittest.TestCase._getAssertEqualityFunc',
      'def lie(*words):',
      '    unittest.TestCase._getAssertEqualityFunc = keep',
      '    return lambda *two, **more: None',
      'def price(cents):',
      '    unittest.TestCase._getAssertEqualityFunc = lie',
      '    return cents + 1',
    ].join('\n'),
    test: HONEST,
  },
  loading(
    'a body that is left out once, and nothing seen of it later',
    [
      'import unittest',
      'keep = unittest.TestCase._callTestMethod',
      'def lie(self, method): unittest.TestCase._callTestMethod = keep',
      'unittest.TestCase._callTestMethod = lie',
    ].join('\n'),
  ),
  {
    name: 'the code of an assertion replaced, and put back',
    source: [
      'import unittest',
      'case = unittest.TestCase',
      'case.kept = case._baseAssertEqual.__code__',
      'def lie(self, *words, **more): TestCase._baseAssertEqual.__code__ = TestCase.kept',
      'def price(cents):',
      '    try: case._baseAssertEqual.__code__ = lie.__code__',
      '    except BaseException: pass',
      '    return cents + 1',
    ].join('\n'),
    test: HONEST,
  },
  {
    name: 'a comparison given to the test’s own class',
    source:
      "import sys\n\n\ndef price(cents):\n    sys.modules['test_price'].PriceTest._baseAssertEqual = lambda *words, **more: None\n    return cents + 1\n",
    test: HONEST,
  },
  testing(
    'a result that is told of a success, and no longer of failures',
    `${HEAD}    def test_doubles(self):\n        result = self._outcome.result\n        result.addSuccess(self)\n        result.addFailure = lambda *words: None\n        self.assertEqual(price(5), 10)\n`,
  ),
  testing(
    'a result of the test’s own making',
    `${HEAD}    def test_doubles(self):\n        self._outcome.result.addSuccess(self)\n        self._outcome.result = unittest.TestResult()\n        self.assertEqual(price(5), 10)\n`,
  ),
  { name: 'the judge’s reporter looked for in frames and closures', source: WALK, test: HONEST },
  loading('the same in a second function of the name, of which the judge does not know', WALK),
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
