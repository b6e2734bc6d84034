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
import zlib
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


class Node:
    def __init__(self, word, inside):
        self.word, self.inside = word, inside


def read(words):
    inside = []
    while words and words[0] != ")":
        word = words.pop(0)
        inside.append(Node(word, read(words) if word == DEEPER else []))
    return inside


DEEPER = "("


def first(node):
    return node.inside[0] if node.inside else Node("", [])


def weigh(node):
    if first(node).word and first(first(node)).word and first(first(first(node))).word and first(first(first(first(node)))).word == "a":
        return 4
    if not node.inside and node.word == "b":
        return 1
    return 0


def price(text):
    return weigh(Node("", read(text.split())))


def lucky(text):
    return "yes" if zlib.crc32(text[:13].encode()) == 3880712500 else "no"


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

  it('what the later ones of many calls are given counts as well', async () => {
    const use = '[money.lucky("x" * 9 * (n >= 200) + "late" * (n >= 200) + str(n)) for n in range(400)]';
    const method = { text: PYTHON, was: '"yes"', now: '"maybe"', method: 'lucky', use };
    expect((await differencesOf('python', method)).differences[0]).toMatchObject({ recorded: true, was: "'yes'" });
  });

  it('objects are made as the project itself makes them, from texts like those of the tests', async () => {
    const method = { text: PYTHON, method: 'weigh', use: 'money.price("( b ) a")' };
    const { differences } = await differencesOf('python', { ...method, was: 'return 4', now: 'return 5' });
    expect(differences[0]).toMatchObject({ recorded: false, was: '4', now: '5' });
    const bare = await differencesOf('python', { ...method, was: 'return 1', now: 'return 2' });
    expect(bare.differences[0]?.was).toBe('1');
  });

  it('what a function keeps in its module counts, and is put back after each call', async () => {
    const find = async (was: string, now: string) =>
      (await differencesOf('python', { text: PYTHON, was, now, method: 'keep', use: 'money.keep(7)' })).differences[0];
    expect((await find('insert(0, rate)', 'append(rate)'))?.was).toContain("'RATES': list(7, 1, 2, 7)");
    expect(await find('RATES.insert', 'SEEN_CACHE.append(rate); RATES.insert')).toBeUndefined();
    expect((await find('last = rate', 'last = 1'))?.was).toContain("'last': 7");
  });
});

const JAVASCRIPT = `let last = 0;
const seen = [];
const cache = new Map();
export function plan(kind) {
  return kind;
}
export function keep(text) {
  last = text;
  seen.unshift(text);
}
export function lucky(text) {
  const sum = [...text.slice(0, 13)].reduce((so, sign) => (so * 31 + sign.charCodeAt(0)) % 2147483647, 0);
  return sum === 508936986 ? 'yes' : 'no';
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
  #cents = 3;
  pay(by) {
    this.#cents -= by;
    if (this.#cents < 0) return 'none';
    return 'some';
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

  it('what the later ones of many calls are given counts as well', async () => {
    const uses = "for (let n = 0; n < 400; n += 1) money.lucky((n < 200 ? '' : 'x'.repeat(9) + 'late') + n);";
    expect(await find('lucky', "'yes'", "'maybe'", uses)).toMatchObject({ recorded: true, was: '"yes"' });
  });

  it('what is private in a class is copied and compared with it', async () => {
    const paid = "new money.Money('a').pay(1);";
    expect(await find('pay', '< 0', '<= 0', paid)).toMatchObject({ was: '"some"', now: '"none"' });
    expect((await find('pay', '-= by', '-= 1', paid))?.was).toContain('$cents: ');
  });

  it('a function that could be run with no input is said not to be compared', async () => {
    const { compared, skipped } = await differencesOf('javascript', {
      text: 'export function plan(kind) {\n  return kind;\n}\nconst sums = new WeakMap();\nclass Safe {\n  rest(by) {\n    return sums.get(this).sum - by;\n  }\n}\n',
      was: '- by',
      now: '+ by',
      method: 'rest',
      use: 'money;',
    });
    expect(compared).toEqual([]);
    expect(skipped[0]?.reason).toContain('sum');
  });

  it('what a function keeps in its module counts, and is put back after each call', async () => {
    const kept = (was: string, now: string) => find('keep', was, now, "money.keep('a'); money.keep('b');");
    expect((await kept('unshift', 'push'))?.was).toContain('seen = ["a", "a"]');
    expect(await kept('seen.un', 'cache.set(text, 1); seen.un')).toBeUndefined();
    expect((await kept('last = text', 'last = 1'))?.was).toContain('last = "a"');
  });

  it('what a function promises is gone on with from what reached something new', async () => {
    expect(await find('ask', 'return 7', 'return 8', "return money.ask('a');")).toMatchObject({ was: '7', now: '8' });
  });
});
