import { beforeAll, describe, expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { atomMarks, createContext, type AtomContext } from '#engine/atomization/create-context.ts';
import { createAtomize } from '#engine/atomization/create-atomize.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';

const files = [
  {
    path: 'src/money.ts',
    text: 'export interface Money { readonly cents: number }\nexport function round(n: number): number {\n  return Math.round(n);\n}\n',
  },
  {
    path: 'src/pay.ts',
    text: "import { round, type Money } from './money.ts';\n\nexport function pay(money: Money): number {\n  return round(money.cents);\n}\n\nexport function other(): void {}\n",
  },
  {
    path: 'test/pay.test.ts',
    text: "import { pay } from '../src/pay.ts';\ntest('pays', () => {\n  expect(pay({ cents: 1 })).toBe(1);\n});\n",
  },
  { path: 'test/other.test.ts', text: "test('unrelated', () => {});\n" },
];

let contextOf: (atom: string, budget: number) => AtomContext;
beforeAll(async () => {
  const syntax = await createTreeSitterSyntax();
  const fileAtoms = await Promise.all(files.map(createAtomize({ syntax })));
  const graph = await createBuildGraph({ syntax })(files, { by: 'symbol' });
  contextOf = (atom, budget) => createContext({ files, fileAtoms, graph, atom, budget });
});

describe('the context of an atom', () => {
  test('shows its place marked, what it needs, and the tests that mention it', () => {
    const { sections, completeness } = contextOf('src.pay.pay', 2000);
    const all = sections.map(({ text }) => text).join('\n');
    expect(sections[0]?.text).toMatch(new RegExp(`${atomMarks.start}[^]*export function pay[^]*${atomMarks.end}`));
    expect(all).toContain('export function round(n: number): number');
    expect(all).toContain('interface Money');
    expect(all).toContain("test('pays'");
    expect(all).not.toContain('unrelated');
    expect(contextOf('src.money.round', 2000).sections.map(({ title }) => title)).toContain(
      'uses it: src.pay.pay (src/pay.ts)',
    );
    expect(completeness.missing).toEqual([]);
    expect(completeness.resolved).toBe(completeness.all);
  });

  test.each([10, 40, 60, 80, 120, 200])('never takes more than a budget of %i tokens', (budget) => {
    const { sections, tokens } = contextOf('src.pay.pay', budget);
    const characters = sections.reduce((sum, { title, text }) => sum + title.length + text.length, 0);
    expect(tokens).toBeLessThanOrEqual(budget);
    expect(characters / 3.5).toBeLessThanOrEqual(budget);
  });

  test('narrows the surroundings to the symbol when the file does not fit', () => {
    const [first] = contextOf('src.pay.pay', 55).sections;
    expect(first?.text).toContain('export function pay');
    expect(first?.text).not.toContain('export function other');
  });

  test('of an unknown atom is empty', () => {
    expect(contextOf('nobody', 1000).sections).toEqual([]);
  });
});
