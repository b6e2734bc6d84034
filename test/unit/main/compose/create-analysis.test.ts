import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTreeSitterSyntax, type TreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createAtomize } from '#engine/atomization/create-atomize.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';
import { createAnalysis } from '#main/compose/create-analysis.ts';

let syntax: TreeSitterSyntax;
beforeAll(async () => {
  syntax = await createTreeSitterSyntax();
});

const texts = {
  'src/rate.ts': [
    'export const rate = (): number => 2;\n',
    'export const rate = (): number => other();\nfunction other(): number {\n  return 3;\n}\n',
  ],
  'src/price.ts': [
    "import { rate } from '#lib/rate.ts';\n\nexport function price(net: number): number {\n  return net * rate();\n}\n",
    'export const price = 1;\n',
  ],
  'tools/line.py': [
    'def line(name):\n    return name\n',
    'def line(name):\n    return twice(name)\n\n\ndef twice(name):\n    return name + name\n',
  ],
  'package.json': ['{ "imports": { "#lib/*": "./src/*" } }', '{}'],
};
const project = fc.record({
  'src/rate.ts': fc.constantFrom(...texts['src/rate.ts']),
  'src/price.ts': fc.constantFrom(...texts['src/price.ts']),
  'tools/line.py': fc.constantFrom(...texts['tools/line.py']),
  'package.json': fc.constantFrom(...texts['package.json']),
});
const limits = { loc: 2, complexity: 3 };

describe('the analysis of a project that changes a little each time', () => {
  it('says what an analysis of the same files from nothing says, whatever was looked at before', async () => {
    const { analyse } = createAnalysis(syntax);
    await fc.assert(
      fc.asyncProperty(project, fc.boolean(), async (files, isNarrow) => {
        const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
        const code = sources.filter(({ path }) => path !== 'package.json');
        const atomize = createAtomize(isNarrow ? { syntax, limits } : { syntax });
        expect(await analyse(sources, isNarrow ? limits : undefined)).toEqual({
          fileAtoms: await Promise.all(code.map(atomize)),
          graph: await createBuildGraph({ syntax })(sources, { by: 'symbol' }),
        });
      }),
    );
  });

  it('asks for no answer twice: the same files give the same graph', async () => {
    const { analyse } = createAnalysis(syntax);
    const files = Object.entries(texts).map(([path, [text = '']]) => ({ path, text }));
    const first = await analyse(files);
    const again = await analyse(files.map((file) => ({ ...file })));
    expect(again.graph).toBe(first.graph);
    expect(again.fileAtoms[0]).toBe(first.fileAtoms[0]);
  });
});
