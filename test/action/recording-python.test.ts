import { describe, expect, it, vi } from 'vitest';
import { differencesOf } from '#test/action/differences-of.ts';

vi.setConfig({ testTimeout: 240_000 });

const TEXT = `"""Amounts."""
from __future__ import annotations

import functools


def counted(function):
    @functools.wraps(function)
    def inner(*words):
        inner.count += 1
        return function(*words)

    inner.count = 0
    return inner


@counted
def price(amount: int) -> int:
    """What it costs."""
    return amount * 2


def prices(amounts):
    """One at a time."""
    more = 0
    for amount in amounts:
        more = (yield amount * 3, more) or 0
    return more


async def later(amount):
    return amount * 4


def with_rate(rate):
    def convert(amount):
        return amount * rate

    return convert


class Money:
    def __init__(self, amount):
        self.__amount = amount
        if amount < 0:
            raise ValueError("below nothing")

    def worth(self):
        return (lambda amount: amount * 5)(self.__amount)


def plan(kind):
    return kind
`;

/** What stands in the test before the call that tells; nothing is recorded of that call where one of these does not hold. */
const HOLDS = [
  'import asyncio, inspect, sys, traceback',
  'assert sys.getprofile() is None and sys.gettrace() is None',
  'assert money.__doc__ == "Amounts." and money.price.__doc__ == "What it costs." and money.prices.__doc__ == "One at a time."',
  'assert inspect.signature(money.price).return_annotation == "int" and "    return convert\\n" in inspect.getsource(money.with_rate)',
  'assert not [name for name in dir(money) if name.startswith("_mge")]',
  'assert money.price(2) == 4 and money.price.count == 1',
  'given = money.prices([1, 2])',
  'assert (next(given), given.send(7)) == ((3, 0), (6, 7)) and list(given) == []',
  'assert asyncio.run(money.later(2)) == 8 and money.with_rate(3)(4) == 12 and money.Money(2).worth() == 10',
  'try: money.Money(-1)\n        except ValueError as error: where = traceback.extract_tb(error.__traceback__)[-1]',
  `assert (where.lineno, where.name) == (${TEXT.split('\n').findIndex((line) => line.includes('below nothing')) + 1}, "__init__")`,
].join('\n        ');

/** The inputs of the test on which a function differs that takes large amounts times another rate. */
async function recorded(method: string, rate: number, use: string): Promise<string[]> {
  const [was, now] = [`amount * ${rate}`, `amount * (${rate} if amount < 70 else 6)`];
  const { differences } = await differencesOf('python', {
    text: TEXT,
    was,
    now,
    method,
    use: `${HOLDS}\n        ${use}`,
  });
  return differences.flatMap((one) => (one.recorded ? [one.input] : []));
}

describe('tests under the recording', () => {
  it('are given what the text says, and what they call is kept, in whatever kind of function', async () => {
    expect(await recorded('price', 2, 'money.price(71)')).toContain('amount=71');
    expect(await recorded('prices', 3, 'list(money.prices([72]))')).toContain('amounts=[72]');
    expect(await recorded('later', 4, 'asyncio.run(money.later(73))')).toContain('amount=73');
    expect(await recorded('worth', 5, 'money.Money(74).worth()')).toHaveLength(1);
  });

  it('may use a profiler and a tracer of their own', async () => {
    const use =
      'sys.setprofile(lambda *_: None); sys.settrace(lambda *_: None); sys.setprofile(None); sys.settrace(None); ';
    expect(await recorded('price', 2, `${use}money.price(75)`)).toContain('amount=75');
  });
});
