import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTreeSitterSyntax, type TreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createAtomize } from '#engine/atomization/create-atomize.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';
import { createOpenGraph } from '#engine/dependencies/create-open-graph.ts';

let syntax: TreeSitterSyntax;
beforeAll(async () => {
  syntax = await createTreeSitterSyntax();
});

const project = [
  {
    path: 'shop/price.ts',
    text: "import { rate, type Tax } from './tax.ts';\n\nexport function price(net: number, tax: Tax): number {\n  return net + rate(tax)(net);\n}\n",
  },
  {
    path: 'shop/tax.ts',
    text: 'export type Tax = "full" | "none";\n\nconst full = (net: number): number => net * 0.19;\nconst none = (): number => 0;\n\nexport const rate = (tax: Tax) => (tax === "full" ? full : none);\n\nexport class Till {\n  private readonly taken = [];\n  take(each) {\n    this.taken.push(each);\n    return this.count();\n  }\n  count() {\n    return this.taken.length;\n  }\n}\n',
  },
  {
    path: 'shop/report.py',
    text: 'import json\n\n\ndef line(name, price):\n    return f"{name}: {price}"\n\n\ndef report(items, show=line):\n    return json.dumps([show(*each) for each in items])\n',
  },
];

const piece = fc.oneof(
  fc.constantFrom('', 'x', 'full', 'none()', ' ', '\n', '// note\n', '# note\n', '1', 'this.take(1);\n', 'line', '}'),
  fc.string({ maxLength: 3 }),
);
const edit = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  length: fc.nat({ max: 8 }),
  text: piece,
  isTakenBack: fc.boolean(),
});

describe('an open project', () => {
  for (const by of ['symbol', 'atom'] as const)
    test(`has, after every edit that leaves it without errors, the graph by ${by} and the atoms of its texts`, async () => {
      const buildGraph = createBuildGraph({ syntax });
      const atomize = createAtomize({ syntax });
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { maxLength: 6 }), async (edits) => {
          const open = createOpenGraph({ syntax })(project, { by });
          const texts = new Map(project.map(({ path, text }) => [path, text]));
          const change = async (path: string, start: number, end: number, inserted: string): Promise<void> => {
            const text = texts.get(path) ?? '';
            texts.set(path, text.slice(0, start) + inserted + text.slice(end));
            const graph = open.edit(path, { start, end, text: inserted });
            const files = Array.from(texts, ([each, content]) => ({ path: each, text: content }));
            const fresh = await buildGraph(files.toReversed(), { by });
            // How the parser gets over an error may depend on what it knew before.
            const hasErrors = files.some((each) => syntax.parse(each).errors.length > 0);
            expect(hasErrors ? fresh : graph).toEqual(fresh);
            const atoms = await atomize({ path, text: texts.get(path) ?? '' });
            expect(hasErrors ? atoms : open.atomsOf(path)).toEqual(atoms);
          };
          for (const { file, at, length, text: inserted, isTakenBack } of edits) {
            const path = project[file % project.length]?.path ?? '';
            const text = texts.get(path) ?? '';
            const start = at % (text.length + 1);
            const end = Math.min(text.length, start + length);
            await change(path, start, end, inserted);
            if (isTakenBack) await change(path, start, start + inserted.length, text.slice(start, end));
          }
          open.close();
        }),
        { numRuns: 40 },
      );
    });

  test('follows a value that an edit sends elsewhere into files that nobody touched', () => {
    const open = createOpenGraph({ syntax })(project, { by: 'symbol' });
    const calls = (): string[] =>
      open.graph.edges.filter(({ from, kind }) => from === 'shop.price.price' && kind === 'call').map(({ to }) => to);
    expect(calls()).toEqual(['shop.tax.full', 'shop.tax.none', 'shop.tax.rate']);
    const text = project[1]?.text ?? '';
    const start = text.indexOf('full : none');
    open.edit('shop/tax.ts', { start, end: start + 'full : none'.length, text: 'full : full' });
    expect(calls()).toEqual(['shop.tax.full', 'shop.tax.rate']);
    expect(open.atomsOf('shop/tax.ts')?.atoms.map(({ name }) => name)).toContain('rate');
    expect(open.edit('shop/unknown.ts', { start: 0, end: 0, text: 'x' })).toBe(open.graph);
    expect(open.atomsOf('shop/unknown.ts')).toBeNull();
    open.close();
  });
});
