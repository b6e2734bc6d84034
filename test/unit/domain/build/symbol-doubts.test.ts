import { beforeAll, describe, expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { defaultAtomLimits } from '#domain/atom/atom.ts';
import { symbolDoubts } from '#domain/build/symbol-doubts.ts';
import type { Draft } from '#domain/draft/draft.ts';
import { createAnalysis, type Analysis } from '#main/compose/create-analysis.ts';

const CODE = `export function now(): number {
  return Date.now();
}

export function stamp(): number {
  return now();
}

export function log(text: string) {
  console.log(text);
}

const lost = helper(missing.one, missing.two);
`;
const TEST = "import { stamp } from '../src/clock.ts';\ncheck(stamp() > 0);\n";

const draft: Draft = {
  files: [],
  tests: [],
  contracts: [
    { symbol: 'log', preconditions: [], postconditions: [], examples: [], effects: ['writes to the console'] },
  ],
  notes: '',
};

describe('what a person is told of atoms that do not meet the criteria', () => {
  let analysis: Analysis;
  beforeAll(async () => {
    analysis = createAnalysis(await createTreeSitterSyntax(['typescript']));
  });

  async function doubts(given?: Draft): Promise<Record<string, string[]>> {
    const files = [
      { path: 'src/clock.ts', text: CODE },
      { path: 'test/clock.test.ts', text: TEST },
    ];
    const { fileAtoms, graph } = await analysis.analyse(files);
    const code = fileAtoms.filter(({ file }) => file === 'src/clock.ts');
    const tests = new Set(['test/clock.test.ts']);
    return symbolDoubts({ fileAtoms: code, graph, limits: defaultAtomLimits, tests, draftOf: () => given });
  }

  test('names clocks, effects, missing tests and types', async () => {
    const found = await doubts();
    expect(found['src.clock.now']).toEqual(['depends on Date.now']);
    expect(found['src.clock.log']).toEqual([
      'no test reaches log',
      'does console.log without saying so in its contract',
      'the return type of log is not written',
    ]);
  });

  test('a test that reaches a function through another is a test of it; who meets all is left out', async () => {
    expect(await doubts()).not.toHaveProperty(['src.clock.stamp']);
  });

  test('an effect that the contract names is none to look at', async () => {
    const found = await doubts(draft);
    expect(found['src.clock.log']).not.toContain('does console.log without saying so in its contract');
  });
});
