import type { Target } from '#test/action/make-target.ts';

const PACKAGE = JSON.stringify({
  name: 'money',
  type: 'module',
  private: true,
  scripts: { build: 'tsc', test: 'tsc && node --test dist/test/' },
  devDependencies: { typescript: '^6.0.0', '@types/node': '^20.0.0' },
});

const TSCONFIG = JSON.stringify({
  compilerOptions: {
    target: 'es2022',
    module: 'nodenext',
    rootDir: '.',
    outDir: 'dist',
    strict: true,
    types: ['node'],
    skipLibCheck: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
  },
  include: ['src', 'test'],
});

export const ADD = `export function add(left: number, right: number): number {
  return left + right;
}
`;

export const TOTAL = `import { add } from './add.js';

export function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => add(sum, amount), 0);
}
`;

export const REPORT = `import { total } from './total.js';

export function report(amounts: readonly number[]): string {
  return \`sum \${total(amounts)}\`;
}
`;

const test = (name: string, expression: string, expected: string): string => `import test from 'node:test';
import assert from 'node:assert/strict';
import { ${name} } from '../src/${name}.js';

test('${name} of small input', () => {
  assert.equal(${expression}, ${expected});
});
`;

const INTEGRATION = `import test from 'node:test';
import assert from 'node:assert/strict';
import { report } from '../src/report.js';

test('a whole ledger adds up', () => {
  assert.equal(report([100, 250, 1]), 'sum 351');
});
`;

/** add ← total ← report, a level each, with a unit test each and one integration test over all. */
export function typescriptTarget(changed: Readonly<Record<string, string>> = {}): Target {
  return {
    files: {
      'package.json': PACKAGE,
      'tsconfig.json': TSCONFIG,
      'src/add.ts': ADD,
      'src/total.ts': TOTAL,
      'src/report.ts': REPORT,
      'test/add.test.ts': test('add', 'add(0, 2)', '2'),
      'test/total.test.ts': test('total', 'total([3])', '3'),
      'test/report.test.ts': test('report', 'report([])', "'sum 0'"),
      'test/ledger.test.ts': INTEGRATION,
      ...changed,
    },
    symbols: [
      { name: 'add', file: 'src/add.ts', level: 0 },
      { name: 'total', file: 'src/total.ts', level: 1, needs: ['add'] },
      { name: 'report', file: 'src/report.ts', level: 2, needs: ['total'] },
    ],
    tests: [
      { file: 'test/add.test.ts', kind: 'unit', symbols: ['add'] },
      { file: 'test/total.test.ts', kind: 'unit', symbols: ['total'] },
      { file: 'test/report.test.ts', kind: 'unit', symbols: ['report'] },
      { file: 'test/ledger.test.ts', kind: 'integration', symbols: ['report'] },
    ],
    boundaries: [
      { kind: 'module', afterLevel: 2, symbols: ['add', 'total', 'report'] },
      { kind: 'system', afterLevel: 2, symbols: ['add', 'total', 'report'] },
    ],
  };
}
