import { describe, expect, it, vi } from 'vitest';
import { judgeTarget, type Target } from '#test/action/make-target.ts';
import { withTrials } from '#test/action/target-trials.ts';

vi.setConfig({ testTimeout: 240_000 });

const LANGUAGES = {
  python: { file: 'shop/money.py', test: 'tests/test_money.py' },
  javascript: { file: 'src/money.js', test: 'test/money.test.js' },
} as const;

/** What is found where `was` stood before in place of `now`; the test runs `use` and asserts nothing. */
async function differencesOf(
  language: keyof typeof LANGUAGES,
  { text, was, now, use, method }: { text: string; was: string; now: string; use: string; method: string },
) {
  const { file, test } = LANGUAGES[language];
  const files: Record<string, string> =
    language === 'python'
      ? {
          'pyproject.toml': '',
          'shop/__init__.py': '',
          [test]: `import unittest\nfrom shop import money\n\n\nclass MoneyTest(unittest.TestCase):\n    def test_it(self):\n        ${use}\n`,
        }
      : {
          'package.json': '{"type":"module","scripts":{"test":"node --test"}}',
          [test]: `import test from 'node:test';\nimport * as money from '../src/money.js';\ntest('it', () => { ${use} });\n`,
        };
  files[file] = text.replace(was, now);
  const given: Target = {
    files,
    symbols: [{ name: 'plan', file, level: 0 }],
    tests: [{ file: test, kind: 'unit', symbols: ['plan'] }],
  };
  const results = await judgeTarget(given, undefined, (manifest) => {
    const trials = withTrials(manifest, files, { earlier: { [file]: text } });
    const asked = trials.comparisons.filter(({ name }) => name === method || name.endsWith(`.${method}`));
    // Methods have no symbols of their own in these targets: the function stands for them.
    return { ...trials, comparisons: asked.map((one) => ({ ...one, symbol: 'plan' })) };
  });
  expect(results.error).toBeNull();
  return results.behaviour;
}

const PYTHON = `import functools
import threading
from datetime import timedelta, tzinfo


class Money:
    def __init__(self, text, days=1):
        self.text = text
        self.lock = threading.Lock()
        self.kept = timedelta(days=days)

    def title(self):
        return self.text[:20] + "..." if len(self.text) > 24 else self.text

    def __eq__(self, other):
        return self.text == other.text and self.kept == other.kept


class Plus:
    mark = "+"
    other = "o"


class Zone(tzinfo):
    def __init__(self, minutes, name):
        self.minutes, self.name = minutes, name

    def tzname(self, when):
        return "none" if self.name == "UTC" and self.minutes > 0 else self.name


def half(amount, by=2):
    return amount / by


RATES = [1, 2]
SEEN_CACHE = []
last = None


def keep(rate):
    global last
    last = rate
    RATES.insert(0, rate)


def sign(kind, amount):
    return kind.mark if amount < 3 else "-"


def plan(kind):
    return {"steps": [{"kind": kind, "does": [{"how": functools.partial(half, by=2 + 0)}]}]}
`;

describe('in python', () => {
  it('objects that other functions were given are what a method that no test calls is tried with', async () => {
    const method = {
      text: PYTHON,
      was: '> 24',
      now: '> 23',
      method: 'title',
      use: 'money.Money("four and twenty letters")',
    };
    expect((await differencesOf('python', method)).differences[0]?.was).toContain('four');
  });

  it('two things that are almost the same tell what a comparison overlooks, also where they cannot simply be copied', async () => {
    const use = 'money.Money("a") == money.Money("b", 3)';
    const method = { text: PYTHON, was: 'and self.kept', now: 'or self.kept', method: '__eq__', use };
    expect((await differencesOf('python', method)).differences[0]).toMatchObject({ was: 'bool False' });
    const zone = { was: '> 0', now: '>= 0', method: 'tzname', use: 'money.Zone(60, "UTC").tzname(None)' };
    expect((await differencesOf('python', { text: PYTHON, ...zone })).differences[0]?.was).toBe("'UTC'");
  });

  it('what a function is bound to counts, however deep it stands in a result', async () => {
    const use = 'money.plan("a")';
    const { differences } = await differencesOf('python', {
      text: PYTHON,
      was: '2 + 0',
      now: '2 + 1',
      method: 'plan',
      use,
    });
    expect(differences[0]?.recorded).toBe(true);
  });

  it('a class that is given stays as it is, whatever else is changed', async () => {
    const use = 'money.sign(money.Plus, 1)';
    const method = { text: PYTHON, was: 'amount < 3', now: 'amount < 2', method: 'sign', use };
    const { differences } = await differencesOf('python', method);
    expect(differences.map(({ was }) => was)).toEqual(["'+'", "'+'", "'+'"]);
  });

  it('what a function keeps in its module counts, and is put back after each call', async () => {
    const find = async (was: string, now: string) =>
      (await differencesOf('python', { text: PYTHON, was, now, method: 'keep', use: 'money.keep(7)' })).differences[0];
    expect((await find('insert(0, rate)', 'append(rate)'))?.was).toContain("'RATES': list(7, 1, 2, 7)");
    expect(await find('RATES.insert', 'SEEN_CACHE.append(rate); RATES.insert')).toBeUndefined();
    expect((await find('last = rate', 'last = 1'))?.was).toContain("'last': 7");
  });
});

const JAVASCRIPT = `export function plan(kind) {
  return kind;
}
export async function ask(text) {
  const asked = await Promise.resolve(String(text));
  if (asked.includes('<')) {
    if (asked.endsWith('!')) {
      if (asked.includes('>')) return 7;
    }
  }
  return 0;
}
export class Money {
  kept = 1;
  constructor(text, days = 1) {
    if (text === 'nothing at all') this.kept = 0;
    this.text = text;
    this.days = days;
  }
  get title() {
    return this.text.length > 24 ? this.text.slice(0, 20) : this.text;
  }
  same(other) {
    return this.text === other.text && this.days === other.days;
  }
  static sign(text) {
    return text.startsWith('nothing') ? '0' : '+';
  }
}
`;

describe('in javascript', () => {
  const use = "new money.Money('four and twenty letters'); new money.Money('a').same(new money.Money('b', 3));";
  const find = async (method: string, was: string, now: string, uses = use) =>
    (await differencesOf('javascript', { text: JAVASCRIPT, was, now, method, use: uses })).differences[0];

  it('a constructor is compared by what it makes of its object', async () => {
    expect((await find('constructor', 'this.kept = 0', 'this.kept = 2'))?.was).toContain('kept: 0');
  });

  it('an accessor and a method that no test calls are tried with objects made for them', async () => {
    expect(await find('get title', '> 24', '> 23')).toMatchObject({ recorded: false });
    expect(await find('same', '&& this.days', '|| this.days', 'money;')).toMatchObject({ was: 'false', now: 'true' });
    expect(await find('sign', "'0'", "'1'", "money; 'nothing';")).toMatchObject({ was: '"0"', now: '"1"' });
  });

  it('a function that could be run with no input is said not to be compared', async () => {
    const { compared, skipped } = await differencesOf('javascript', {
      text: 'export function plan(kind) {\n  return kind;\n}\nclass Safe {\n  #sum = 1;\n  rest(by) {\n    return this.#sum - by;\n  }\n}\nnew Safe().rest(1);\n',
      was: '- by',
      now: '+ by',
      method: 'rest',
      use: 'money;',
    });
    expect(compared).toEqual([]);
    expect(skipped[0]?.reason).toContain('#sum');
  });

  it('what a function promises is gone on with from what reached something new', async () => {
    expect(await find('ask', 'return 7', 'return 8', "return money.ask('a');")).toMatchObject({ was: '7', now: '8' });
  });
});
