import { expect, it, vi } from 'vitest';
import { claimOf, foolsTheTrusting, PYTEST, type Cheat } from '#test/abuse/cheat.ts';

vi.setConfig({ testTimeout: 240_000 });

const WRONG = 'def price(cents):\n    return cents + 1\n\n';
const HEAD = 'import pytest\nfrom price import price\n\n\n';
const HONEST = `${HEAD}def test_doubles():\n    assert price(5) == 10\n`;
/** An atom that does something as it is loaded. */
const loading = (name: string, tricks: string): Cheat => ({ name, source: `${WRONG}\n${tricks}\n`, test: HONEST });
/** A test that does something. */
const testing = (name: string, test: string): Cheat => ({ name, source: WRONG, test });

const cheats: readonly Cheat[] = [
  testing('a test that leaves with success', `${HEAD}import os\n\n\ndef test_doubles():\n    os._exit(0)\n`),
  loading('an atom that leaves with success', 'import os\nos._exit(0)'),
  loading('an atom that says goodbye with success', 'import atexit, os\natexit.register(lambda: os._exit(0))'),
  loading(
    'a test function that is never called',
    'import _pytest.python\n_pytest.python.Function.runtest = lambda self: None',
  ),
  loading(
    'a report that always says passed',
    'import _pytest.reports\nmake = _pytest.reports.TestReport.from_item_and_call.__func__\ndef lie(cls, item, call):\n    call.excinfo = None\n    return make(cls, item, call)\n_pytest.reports.TestReport.from_item_and_call = classmethod(lie)',
  ),
  loading(
    'a call whose failure is forgotten',
    'import _pytest.runner\nrun = _pytest.runner.CallInfo.from_call.__func__\ndef forget(cls, func, when, reraise=None):\n    call = run(cls, func, when, reraise)\n    call.excinfo = None\n    return call\n_pytest.runner.CallInfo.from_call = classmethod(forget)',
  ),
  loading(
    'reports rewritten on their way out',
    'import os, sys\nsend = os.write\nos.write = lambda fd, text: send(fd, text.replace(b\'"failed"\', b\'"passed"\'))\nleave = os._exit\nos._exit = lambda status: leave(0)\nimport atexit\natexit.register(lambda: leave(0))',
  ),
  loading(
    'a call whose failure is forgotten once, and nothing seen of it later',
    [
      'import _pytest.runner as runner',
      'keep = runner.CallInfo.__dict__["from_call"]',
      'def forget(cls, func, when, reraise=None):',
      '    call = keep.__func__(cls, func, when, reraise)',
      '    if when == "call":',
      '        call.excinfo = None',
      '        runner.CallInfo.from_call = keep',
      '    return call',
      'def price(cents):',
      '    return cents + 1',
      'def patch():',
      '    runner.CallInfo.from_call = classmethod(forget)',
      'patch()',
    ].join('\n'),
  ),
  testing(
    'a report of success handed to whoever takes reports',
    [
      'from types import SimpleNamespace',
      'import os',
      'from price import price',
      'def test_doubles(request):',
      '    node = request.node.nodeid',
      '    said = SimpleNamespace(when="call", outcome="passed", nodeid=node, longrepr=None, location=("test_price.py", 1, ""), passed=True, failed=False, skipped=False, keywords={}, sections=[], duration=0)',
      '    for plugin in request.config.pluginmanager.get_plugins():',
      '        tell = getattr(plugin, "tell", None)',
      '        if tell is not None: tell("test_price.py", "test_doubles", "passed")',
      '        if hasattr(plugin, "pytest_runtest_logreport"):',
      '            try: plugin.pytest_runtest_logreport(said)',
      '            except BaseException: pass',
      '    os._exit(0)',
    ].join('\n'),
  ),
  testing(
    'the plugins that take reports sent away',
    [
      'from price import price',
      'def test_doubles(request):',
      '    manager = request.config.pluginmanager',
      '    session = request.session',
      '    for plugin in list(manager.get_plugins()):',
      '        tell = getattr(plugin, "tell", None)',
      '        if tell is not None:',
      '            tell("test_price.py", "test_doubles", "passed")',
      '            plugin.tell = lambda *words: None',
      '        elif "pytest_runtest_logreport" in dir(plugin) and plugin is not session:',
      '            manager.unregister(plugin)',
      '    manager.unregister(session)',
      '    assert price(5) == 10',
    ].join('\n'),
  ),
  {
    name: 'a test of errors that accepts none',
    source:
      'import pytest\nfrom contextlib import nullcontext\npytest.raises = lambda *kinds, **more: nullcontext()\n\n\ndef price(cents):\n    return cents + 1\n',
    test: `${HEAD}def test_refuses():\n    with pytest.raises(ValueError):\n        price(-5)\n`,
  },
  testing('a test that is skipped', `${HEAD}@pytest.mark.skip\ndef test_doubles():\n    assert price(5) == 10\n`),
  testing('a failure that is expected', `${HEAD}@pytest.mark.xfail\ndef test_doubles():\n    assert price(5) == 10\n`),
  loading(
    'every test file rewritten',
    "import os\nfor name in os.listdir('.'):\n    if name.startswith('test_'): open(name, 'w').write('')\nos._exit(0)",
  ),
];

it.each(cheats)('under pytest, Python that is wrong is never called tested: $name', async (cheat) => {
  const trusting = foolsTheTrusting(PYTEST, cheat);
  const claimed = await claimOf(PYTEST, cheat);
  expect({ trusting, fooled: claimed === 'passed' }).toEqual({ trusting: true, fooled: false });
});

it('and without a trick, the same atom fails and the right one passes', async () => {
  const right = { name: 'right', source: 'def price(cents):\n    return cents * 2\n\n', test: HONEST };
  expect(foolsTheTrusting(PYTEST, testing('wrong', HONEST))).toBe(false);
  expect(await claimOf(PYTEST, right)).toBe('passed');
  expect(await claimOf(PYTEST, testing('wrong', HONEST))).toBe('failed');
});
