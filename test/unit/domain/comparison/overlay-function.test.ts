import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { overlayText } from '#domain/build/overlay-text.ts';
import { compareVersions } from '#domain/comparison/compare-versions.ts';
import { findFunctionSites } from '#domain/comparison/find-function-sites.ts';

const syntax = await createTreeSitterSyntax();
const parse = (text: string) => syntax.parse({ path: 'a.js', text });

/** The file with both versions of what has changed in it. */
function overlaid(now: string, was: string): { names: string[]; text: string } {
  const changed = compareVersions(parse(now), parse(was), String);
  const text = overlayText(
    now,
    changed.flatMap(({ overlay }) => (overlay === null ? [] : [overlay])),
  );
  return { names: changed.map(({ name }) => name), text };
}

const Told = z.object({ value: z.unknown(), told: z.array(z.unknown()) });

/** What a script gives, and what both versions of each function that it called came to. `driver` false: nobody asks. */
function run(text: string, driver = true): z.infer<typeof Told> {
  const guide = `const told = [];
globalThis.__mgeSee = (_place, value) => value;
let busy = false;
const apart = (version, self, words) => {
  const fields = self === globalThis ? {} : Object.getOwnPropertyDescriptors(self ?? {});
  const own = Object.create(Object.getPrototypeOf(self ?? {}), fields);
  const result = Reflect.apply(version, own, words);
  const kept = Object.entries(Object.getOwnPropertyDescriptors(own)).flatMap(([name, { value }]) =>
    typeof value === 'number' || typeof value === 'string' ? [name + ' ' + value] : []);
  return [...kept, ...(result === undefined ? [] : ['gives ' + JSON.stringify(result)])].join(', ');
};
const guide = {
  run(key, self, words, target, now, was, is) {
    if (!busy) {
      busy = true;
      told.push([apart(was, self, words), apart(is, self, words)]);
      busy = false;
    }
    return Reflect.apply(now, self, words);
  },
  pair: (key, now, was, is) => function (...words) { return guide.run(key, this, words, undefined, now, was(), is()); },
  offer: () => undefined,
  meet: () => undefined,
  keep: (key, names) => told.push(...Object.entries(names).map(([name, one]) => {
    const before = one.get();
    one.set?.('new');
    const text = [name, String(one.get()), one.isTold ? 'told' : 'silent'].join(' ');
    one.set?.(before);
    return text;
  })),
};
if (${String(driver)}) globalThis.__mge = guide;
const value = (() => { ${text} })();
({ value: JSON.stringify(value), told });`;
  return Told.parse(new Script(guide).runInNewContext({ JSON }));
}

function check(now: string, was: string, use: string): { names: string[]; told: unknown[] } {
  const { names, text } = overlaid(now, was);
  const plain = run(`${now} ${use}`, false).value;
  expect(run(`${text} ${use}`, false).value).toBe(plain);
  const { value, told } = run(`${text} ${use}`);
  expect(value).toBe(plain);
  return { names, told };
}

describe('both versions of a function in one text', () => {
  it('run a constructor for what it makes of the new object, fields of the class included', () => {
    const now = 'class A { kept = 1; constructor(a, b = 2) { this.sum = a + b; } }';
    const { names, told } = check(now, now.replace('a + b', 'a - b'), 'return new A(5);');
    expect(names).toEqual(['A.constructor']);
    expect(told).toEqual([['kept 1, sum 3', 'kept 1, sum 7']]);
  });

  it('leave the call of super where it is', () => {
    const now =
      'class B { constructor(b) { this.b = b; } } class A extends B { constructor(a) { super(a || "(none"); this.n = a.length; } }';
    const odd = check(now, now.replace('this.n = a.length', 'this.n = 0'), 'return new A("xy");');
    expect(odd.told).toEqual([]);
    const even = now.replace('(none', 'none');
    const { told } = check(even, even.replace('this.n = a.length', 'this.n = 0'), 'return new A("xy");');
    expect(told).toEqual([['b xy, n 0', 'b xy, n 2']]);
  });

  it.each([
    ['an object is made in another way', 'class A { constructor(a) { if (new.target === A) this.a = a; } }'],
    ['super comes late', 'class A extends Object { constructor(a) { const b = 1; super(); this.a = a + b; } }'],
  ])('do not stand beside each other where %s', (_name, now) => {
    const { told } = check(now, now.replace('this.a = a', 'this.a = 1'), 'return new A(5);');
    expect(told).toEqual([]);
  });

  it('run accessors, static ones and those of plain objects included', () => {
    const now =
      'class A { n = 3; get twice() { return this.n * 2; } set twice(to) { this.n = to / 2; } static get zero() { return 0; } } const o = { get x() { return 1; } };';
    const was = now
      .replace('* 2', '* 3')
      .replace('/ 2', '/ 3')
      .replace('return 0', 'return 9')
      .replace('return 1', 'return 8');
    const { names, told } = check(now, was, 'const a = new A(); a.twice = 12; return [a.twice, A.zero, o.x];');
    expect(names).toEqual(['A.get twice', 'A.set twice', 'A.get zero', 'o.get x']);
    expect(told).toEqual([
      ['n 4', 'n 6'],
      ['n 6, gives 18', 'n 6, gives 12'],
      ['length 0, name A, gives 9', 'length 0, name A, gives 0'],
      ['gives 8', 'gives 1'],
    ]);
  });

  it('find a function by the name of what it is handed to', () => {
    const now = 'const keep = (f) => f; const half = keep((n) => n / 2); const big = (() => [1, 2])();';
    const { names, told } = check(now, now.replace('/ 2', '/ 4').replace('[1, 2]', '[]'), 'return [half(8), big];');
    expect(names).toEqual(['half', 'big']);
    expect(told).toEqual([
      ['gives []', 'gives [1,2]'],
      ['gives 2', 'gives 4'],
    ]);
  });

  it('see private members of their class, which are plain ones then', () => {
    const now =
      'class A { #sum = 1; static #all = 5; constructor(n) { this.#sum += n; } #twice() { return this.#sum * 2; } get rest() { return this.#twice() - 1; } static all() { return A.#all + 0; } }';
    const was = now.replace('* 2', '* 3').replace('- 1', '- 2').replace('+ 0', '+ 1').replace('+= n', '= n');
    const { names, told } = check(now, was, 'return [new A(4).rest, A.all()];');
    expect(names).toEqual(['A.constructor', 'A.#twice', 'A.get rest', 'A.all']);
    expect(told).toEqual([
      ['$sum 4', '$sum 5'],
      ['$sum 5, gives 8', '$sum 5, gives 9'],
      ['$sum 5, gives 15', '$sum 5, gives 10'],
      ['length 1, name A, $all 5, gives 6', 'length 1, name A, $all 5, gives 5'],
    ]);
  });

  it.each([
    ['asks whether it is there', 'class A { #sum = 1; is(o) { return #sum in o && 1; } }'],
    ['has the plain name already', 'class A { #sum = 1; $sum = 2; is() { return 1; } }'],
    ['asked for another one', 'class A { #sum = 1; #more = 2; is() { return this.#more + 1; } }'],
  ])('leave private members alone in a class that %s', (_name, was) => {
    const now = was
      .replace('#more = 2;', '')
      .replace('this.#more + 1', '2')
      .replace('&& 1', '&& 2')
      .replace('return 1', 'return 2');
    expect(overlaid(now, was).text).not.toMatch(/(?<!this\.)\$sum = 1/);
    expect(() => new Script(overlaid(now, was).text)).not.toThrow();
  });

  it('say what they keep outside, wherever they stand', () => {
    const now = `let count = 0; const seen = []; const cache = new Map(); let other = 1;
function next(to) { count += to; other; const own = []; own.push(to); return count; }
const note = (text) => { seen.push(text); cache.set(text, 1); };
class A { add(n) { seen[0] = n; } constructor() { delete seen.x; } }
const o = { late(other) { other = 2; count++; } };`;
    const { text } = overlaid(
      now,
      now
        .replace('+= to', '-= to')
        .replace('cache.set(text, 1);', '')
        .replace('[0] = n', '[0] = 0')
        .replace('seen.x', 'seen.y'),
    );
    const { told } = run(`${text}`);
    expect(told).toEqual(['count new told', 'seen  told', 'cache [object Map] silent', 'seen  told', 'seen  told']);
    const shadowed = now.replace('count++', 'count--');
    expect(run(`${overlaid(shadowed, now).text} o.late(1); return count;`)).toMatchObject({ value: '-1' });
  });

  it('are called by their places among those that are compared', () => {
    const now = 'class A { constructor(a) { if (new.target === A) this.a = a; } two() { return 2; } }';
    const changed = compareVersions(
      parse(now),
      parse(now.replace('= a;', '= 0;').replace('return 2', 'return 3')),
      (index) => `key${index}`,
    );
    expect(changed.map(({ name, overlay }) => [name, overlay?.text.includes('"key0"')])).toEqual([['A.two', true]]);
  });

  it('are not taken for each other where one more of the same name has come', () => {
    const was = 'if (a) { f = () => 1; } else { f = () => 2; } g = () => 3;';
    const now = was.replace('if', 'f = () => 0; if').replace('3', '4');
    expect(overlaid(now, was).names).toEqual(['g']);
  });

  it('look inside a function that a whole file is wrapped into', () => {
    const file = '(function (root) { function one() { return 1; } root.two = () => 2; })(this);';
    expect(findFunctionSites(parse(file)).map(({ name }) => name)).toEqual(['one', 'root.two']);
    expect(findFunctionSites(parse('export default (a) => a;')).map(({ name }) => name)).toEqual(['default']);
  });
});
