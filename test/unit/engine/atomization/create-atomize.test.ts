import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { applyStubs } from '#domain/atom/apply-stubs.ts';
import { assemble } from '#domain/atom/assemble.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import { createAtomize, type Atomize } from '#engine/atomization/create-atomize.ts';

let atomize: Atomize;
beforeAll(async () => {
  atomize = createAtomize({ syntax: await createTreeSitterSyntax() });
});

const samples = ['ledger.ts', 'panel.tsx', 'queue.js', 'report.py'].map((name) => ({
  path: `src/${name}`,
  text: readFileSync(new URL(`../../../fixtures/analysis/${name}.txt`, import.meta.url), 'utf8'),
}));

/** What is wrong with the tiling of a file; nothing when its atoms put together give the text. */
function tilingProblems(file: FileAtoms, text: string): string[] {
  const ranges = file.atoms.flatMap((atom) => atom.ranges).toSorted((a, b) => a[0] - b[0]);
  const problems: string[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start !== at || end <= start) problems.push(`${start}-${end} after ${at}`);
    at = end;
  }
  if (at !== text.length) problems.push(`ends at ${at} of ${text.length}`);
  const whole = assemble(file, (atom, range) => text.slice(...(atom.ranges[range] ?? [0, 0])));
  if (whole !== text) problems.push('put together it is another text');
  if (new Set(file.atoms.map((atom) => atom.id)).size !== file.atoms.length) problems.push('two atoms share an id');
  return problems;
}

async function symbolsOf(path: string, text: string) {
  return (await atomize({ path, text })).symbols;
}

async function stubbed(path: string, text: string): Promise<string> {
  const stubs = (await symbolsOf(path, text)).flatMap(({ stub }) => (stub === null ? [] : [stub]));
  return applyStubs(text, stubs);
}

describe('taking a file apart', () => {
  test.each(samples.map(({ path, text }) => [path, text]))(
    '%s: the atoms tile the text and fit the limits',
    async (path, text) => {
      const file = await atomize({ path, text });
      expect(tilingProblems(file, text)).toEqual([]);
      expect(file.parseErrors).toBe(0);
      expect(file.atoms.filter((atom) => atom.oversize !== null)).toEqual([]);
      expect(file.atoms.every((atom) => atom.loc <= 10 && atom.complexity <= 3)).toBe(true);
    },
  );

  test('the atoms tile any text: mutated, with CRLF, byte order marks, astral characters', async () => {
    const piece = fc.constantFrom(
      '\r\n',
      '\uFEFF',
      '😀',
      '{',
      '}',
      ')',
      '"',
      "'''",
      '`',
      '\\',
      '\t',
      '#',
      '/*',
      'def ',
      'class ',
      '=>',
      ':',
      '\n    ',
    );
    const edit = fc.record({
      sample: fc.nat(samples.length - 1),
      at: fc.nat(),
      cut: fc.nat(60),
      piece,
      crlf: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(edit, async ({ sample, at, cut, piece: insert, crlf }) => {
        const { path, text } = samples[sample] ?? { path: 'a.ts', text: '' };
        const start = at % (text.length + 1);
        const edited = text.slice(0, start) + insert + text.slice(start + cut);
        const whole = crlf ? edited.replaceAll('\n', '\r\n') : edited;
        expect(tilingProblems(await atomize({ path, text: whole }), whole)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test.each(['', '\n', '\uFEFF', '// only a comment', '   \r\n', '}}}}'])('the atoms tile %j', async (text) => {
    expect(tilingProblems(await atomize({ path: 'a.ts', text }), text)).toEqual([]);
    expect(tilingProblems(await atomize({ path: 'a.py', text }), text)).toEqual([]);
  });

  test('a small function stays whole, a large one becomes a frame with groups of statements', async () => {
    const small = await atomize({ path: 'a.ts', text: 'function f() {\n  return 1;\n}\n' });
    expect(small.atoms.map(({ id, kind, parent }) => [id, kind, parent])).toEqual([
      ['a', 'module', null],
      ['a.f', 'function', 'a'],
    ]);
    const body = Array.from({ length: 14 }, (_, n) => `  const v${n} = ${n};\n`).join('');
    const large = await atomize({ path: 'a.ts', text: `function f() {\n${body}}\n` });
    expect(large.atoms.map(({ kind, loc }) => [kind, loc])).toEqual([
      ['module', 0],
      ['function', 2],
      ['statements', expect.any(Number)],
      ['statements', expect.any(Number)],
    ]);
    expect(large.atoms[1]?.ranges.length).toBe(2);
  });

  test('comments go with what follows them, the rest of a line with what precedes it', async () => {
    const text = 'const a = 1; // one\n\n// about f\nfunction f() {}\n';
    const { atoms } = await atomize({ path: 'a.ts', text });
    expect(atoms.flatMap(({ ranges }) => ranges.map(([start, end]) => text.slice(start, end)))).toEqual([
      'const a = 1; // one\n',
      '\n// about f\nfunction f() {}\n',
    ]);
  });

  test('an edit elsewhere in the file leaves ids as they are', async () => {
    const { path, text } = samples[0] ?? { path: '', text: '' };
    const before = await atomize({ path, text });
    const after = await atomize({
      path,
      text: `import { added } from './added.ts';\n\nexport function first(): void {\n  added();\n}\n${text}`,
    });
    const ids = new Set(after.atoms.map((atom) => atom.id));
    const untouched = before.atoms.filter((atom) => atom.kind !== 'imports');
    expect(untouched.filter((atom) => !ids.has(atom.id))).toEqual([]);
  });

  test('a part that cannot be parsed is marked, and lines of errors are told', async () => {
    const file = await atomize({ path: 'a.py', text: 'x = 1\ndef f(:\n    pass\n' });
    expect(file.parseErrors).toBeGreaterThan(0);
    expect(file.errorLines[0]).toBe(2);
  });

  test('facts say what an atom needs from others and gives to them', async () => {
    const text =
      "import { rate } from './rate.ts';\nexport const base = 2;\nexport function pay(sum: Money): number {\n  return rate(sum) * base;\n}\n";
    const { atoms } = await atomize({ path: 'a.ts', text });
    const pay = atoms.find((atom) => atom.id === 'a.pay');
    expect(pay).toMatchObject({ reads: ['base', 'rate'], writes: ['pay'], calls: ['rate'], types: ['Money'] });
    expect(atoms.find((atom) => atom.kind === 'imports')?.writes).toEqual(['rate']);
  });
});

describe('own complexity', () => {
  async function complexityOf(path: string, text: string): Promise<number> {
    const { atoms } = await createAtomize({
      syntax: await createTreeSitterSyntax(),
      limits: { loc: 100, complexity: 100 },
    })({ path, text });
    return Math.max(...atoms.map((atom) => atom.complexity));
  }

  test.each([
    ['if (a) b(); else if (c) d();', 3],
    ['const a = b && c || d ?? e;', 4],
    ['const a = b ? c : d;', 2],
    ['for (const a of b) { while (c) {} do {} while (d); }', 4],
    ['switch (a) { case 1: case 2: break; default: }', 3],
    ['a ||= b; a += 1;', 2],
    ['const { a = 1 } = b, f = (c = 2) => c;', 3],
    ['[a, b = 1] = c; ({ d = 2, e: f = 3 } = g);', 4],
    ['for ([a = 1] of b) c;', 3],
    ['a?.b?.(); c.d;', 3],
  ])('of JavaScript, as ESLint counts: %s', async (text, complexity) => {
    expect(await complexityOf('a.ts', text)).toBe(complexity);
  });

  test.each([
    ['if a:\n    b\nelif c:\n    d\nelse:\n    e\n', 3],
    ['x = a and b or c\n', 3],
    ['for a in b:\n    c\nelse:\n    d\n', 3],
    ['try:\n    a\nexcept B:\n    c\nexcept D:\n    e\nelse:\n    f\nfinally:\n    g\n', 4],
    ['x = [a for a in b if c if d]\n', 4],
    ['x = a if b else c\n', 2],
    ['assert a and b or c, d if e else f\n', 2],
    ['assert a\nwith b:\n    c\n', 2],
    ['match a:\n    case 1:\n        b\n    case 2:\n        c\n    case _:\n        d\n', 3],
    ['f = lambda a: a\n', 1],
  ])('of Python, as radon counts: %j', async (text, complexity) => {
    expect(await complexityOf('a.py', text)).toBe(complexity);
  });
});

describe('symbols', () => {
  test('have dotted ids, headers, and say whether others may use them', async () => {
    const text =
      'export class Book extends Base {\n  total = (): number => 1;\n  async add(a: string) {\n    await a;\n  }\n}\nfunction inner() {}\nexport { inner as outer };\n';
    const facts = (await symbolsOf('src/book.ts', text)).map(({ id, kind, signature, exported }) => [
      id,
      kind,
      signature,
      exported,
    ]);
    expect(facts).toEqual([
      ['src.book', 'module', '', true],
      ['src.book.Book', 'class', 'export class Book extends Base', true],
      ['src.book.Book.total', 'method', 'total = (): number', true],
      ['src.book.Book.add', 'method', 'async add(a: string)', true],
      ['src.book.inner', 'function', 'function inner()', true],
    ]);
  });

  test('of a package have the name of the folder; a second definition of a name has a number', async () => {
    const text =
      'try:\n    from a import f\nexcept ImportError:\n    def f(): return 1\nclass C:\n    @property\n    def x(self): return 1\n    @x.setter\n    def x(self, v): self.v = v\n';
    expect((await symbolsOf('pkg/__init__.py', text)).map(({ id }) => id)).toEqual([
      'pkg',
      'pkg.f',
      'pkg.C',
      'pkg.C.x',
      'pkg.C.x#2',
    ]);
  });

  test('an overloaded function is one symbol', async () => {
    const text =
      'export function f(a: string): void;\nexport function f(a: number): void;\nexport function f(a: unknown): void {\n  void a;\n}\n';
    const { symbols, atoms } = await atomize({ path: 'a.ts', text });
    expect(symbols.map(({ id, kind }) => [id, kind])).toEqual([
      ['a', 'module'],
      ['a.f', 'function'],
    ]);
    expect(new Set(atoms.slice(1).map((atom) => atom.symbol))).toEqual(new Set(['a.f']));
  });
});

describe('stubs', () => {
  test('replace bodies of TypeScript and say the return type where it is not written', async () => {
    const text =
      'export function a(): number { return 1; }\nconst b = async (x: string) => x;\nconst c = x => x;\nfunction* d() { yield 1; }\nclass E {\n  constructor() { this.f(); }\n  f() { return 1; }\n  set g(v: number) {}\n}\nmain();\n';
    expect(await stubbed('a.ts', text)).toBe(
      [
        "export function a(): number { throw new Error('mge: not generated yet: a.a'); }",
        "const b = async (x: string): Promise<never> => { throw new Error('mge: not generated yet: a.b'); };",
        "const c = (x): never => { throw new Error('mge: not generated yet: a.c'); };",
        "function* d(): Generator<never, never, unknown> { throw new Error('mge: not generated yet: a.d'); }",
        'class E {',
        '  constructor() { this.f(); }',
        "  f(): never { throw new Error('mge: not generated yet: a.E.f'); }",
        "  set g(v: number) { throw new Error('mge: not generated yet: a.E.g'); }",
        '}',
        '// mge: not generated yet: a',
        '',
      ].join('\n'),
    );
  });

  test('of JavaScript add no types', async () => {
    expect(await stubbed('a.js', 'const b = async x => x;\n')).toBe(
      "const b = async x => { throw new Error('mge: not generated yet: a.b'); };\n",
    );
  });

  test('replace bodies of Python at their indentation', async () => {
    const text =
      'def a(): return 1\nclass B:\n    def __init__(self):\n        self.x = 1\n\n    async def c(self):\n        """Doc."""\n        return self.x\n\nif __name__ == "__main__":\n    n = a()\n    print(n)\n';
    expect(await stubbed('m.py', text)).toBe(
      "def a(): raise NotImplementedError('mge: not generated yet: m.a')\nclass B:\n    def __init__(self):\n        self.x = 1\n\n    async def c(self):\n        raise NotImplementedError('mge: not generated yet: m.B.c')\n\n# mge: not generated yet: m\n",
    );
  });

  test.each(samples.map(({ path, text }) => [path, text]))(
    '%s still parses with all its stubs, and keeps its symbols',
    async (path, text) => {
      const before = await atomize({ path, text });
      const after = await atomize({ path, text: await stubbed(path, text) });
      expect(after.parseErrors).toBe(0);
      expect(after.symbols.map(({ id }) => id)).toEqual(before.symbols.map(({ id }) => id));
    },
  );
});
