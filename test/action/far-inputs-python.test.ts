import { describe, expect, it, vi } from 'vitest';
import { differencesOf } from '#test/action/differences-of.ts';

vi.setConfig({ testTimeout: 240_000 });

const PYTHON = `import functools
import os
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
DEEP = {"list": []}
last = None


def keep(rate):
    global last
    last = rate
    RATES.insert(0, rate)
    DEEP["list"].append(rate)


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
    if first(node).word and first(first(node)).word and first(first(first(node))).word == "a":
        return 4
    if not node.inside and node.word == "b":
        return 1
    return 0


def price(text):
    return weigh(Node("", read(text.split())))


def lucky(text):
    return "yes" if zlib.crc32(text[:13].encode()) == 3880712500 else "no"


class Rule:
    WORDS = ("FORTNIGHT", "SESQUICENTENARY")


def timed(text):
    return text in Rule.WORDS[0:]


def bare(node):
    return len(node.inside) > 0 and node.inside[0].word == "("


def tidy(numbers):
    for number in [*numbers, *range(3, 40)] if numbers else []:
        try:
            os.close(number)
        except (OSError, TypeError):
            pass
    return len(numbers) + 0


def pick(rows, text):
    if text.startswith("<"):
        if text.endswith("!"):
            if ">" in text:
                return rows[:1]
    return []


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
    expect((await differencesOf('python', method)).differences[0]?.was).toMatch(/four|ruof/i);
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

  it('of large values others are made that are small', async () => {
    const use = 'money.pick(list(range(300000)), "a")';
    const method = { text: PYTHON, was: 'rows[:1]', now: 'rows[:2]', method: 'pick', use };
    expect((await differencesOf('python', method)).differences[0]?.input).toContain('text=');
  });

  it('a function that closes files of others neither hides what differs nor is refused for it', async () => {
    const find = async (now: string) =>
      differencesOf('python', { text: PYTHON, was: '+ 0', now, method: 'tidy', use: 'money.tidy([])' });
    expect((await find('+ 1')).differences.map(({ was }) => was)).toContain('1');
    const good = await find('- 0');
    expect(good.differences).toEqual([]);
    expect(good.compared).toHaveLength(1);
  });

  it('constants that it reads by name are tried like its own texts', async () => {
    const method = { text: PYTHON, was: '[0:]', now: '[1:]', method: 'timed', use: 'money.timed("day")' };
    expect((await differencesOf('python', method)).differences[0]?.input).toContain("'FORTNIGHT'");
  });

  it('an object is tried with members that hold nothing', async () => {
    const use = 'money.bare(money.Node("", [money.Node("b", [])]))';
    const method = { text: PYTHON, was: '> 0 and', now: '>= 0 and', method: 'bare', use };
    expect((await differencesOf('python', method)).differences[0]).toMatchObject({ was: 'bool False' });
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
    expect((await find('DEEP["list"].append(rate)', 'DEEP["list"] = []'))?.was).toContain("'list': list(7)");
  });
});
