import { describe, expect, it, vi } from 'vitest';
import { differencesOf } from '#test/action/differences-of.ts';

vi.setConfig({ testTimeout: 240_000 });

const JAVASCRIPT = `let last = 0;
const seen = [];
const cache = new Map();
const deep = { list: [] };
export function plan(kind) {
  return kind;
}
export function keep(text) {
  last = text;
  seen.unshift(text);
  deep.list.push(text);
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
    expect((await kept('unshift', 'push'))?.was).toContain('seen = ["b", "a"]');
    expect(await kept('seen.un', 'cache.set(text, 1); seen.un')).toBeUndefined();
    expect((await kept('last = text', 'last = 1'))?.was).toContain('last = "a"');
    expect((await kept('deep.list.push(text);', ''))?.was).toContain('deep = {list: ["a"]}');
  });

  it('objects whose members cannot be set, or are frozen, stop nothing', async () => {
    const text = `export function plan(kind) {
  return kind;
}
export function flags(given) {
  return given.flags === 'gi' && given.source.length > 3 ? 'long' : given.source;
}
export function deeper(settings) {
  return settings.depth > 7 ? 'deep' : 'flat';
}
`;
    const inRegex = { text, was: '> 3', now: '> 4', method: 'flags', use: 'money.flags(/[a-z]/);' };
    expect((await differencesOf('javascript', inRegex)).compared).toHaveLength(1);
    const frozen = 'money.deeper(Object.freeze({ depth: 1, list: Object.freeze([1]) }));';
    const inFrozen = { text, was: '> 7', now: '> 8', method: 'deeper', use: frozen };
    expect((await differencesOf('javascript', inFrozen)).differences[0]).toMatchObject({
      was: '"deep"',
      now: '"flat"',
    });
  });

  it('what a function promises is gone on with from what reached something new', async () => {
    expect(await find('ask', 'return 7', 'return 8', "return money.ask('a');")).toMatchObject({ was: '7', now: '8' });
  });
});
