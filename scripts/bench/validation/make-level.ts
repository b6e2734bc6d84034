import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Manifest } from '#domain/verdict/manifest.ts';
import { describeLevel, testOf, type BenchFunction } from '#scripts/bench/validation/describe-level.ts';

const FILES = 20;
const FUNCTIONS_A_FILE = 5;

/** A project whose 100 atoms, a function each, stand on one level. */
export interface BenchLevel {
  readonly manifest: Manifest;
  /** Functions that are wrong, so that their tests fail. */
  readonly wrong: readonly string[];
  /** Writes the project into a new folder. */
  write(): string;
}

/** `wrong`: numbers of the functions (0 to 99) that answer wrongly. */
export function makeLevel(wrong: readonly number[]): BenchLevel {
  const numbers = Array.from({ length: FILES * FUNCTIONS_A_FILE }, (_, number) => number);
  const functions = numbers.map((number) => makeFunction(number, wrong.includes(number)));
  const sources = [...new Set(functions.map((one) => one.file))];
  const files = new Map([
    ['package.json', JSON.stringify({ name: 'level', type: 'module', scripts: { test: 'tsc && node --test dist' } })],
    ['tsconfig.json', JSON.stringify({ compilerOptions: OPTIONS, include: ['src', 'test'] })],
    ...sources.flatMap((file) => {
      const own = functions.filter((one) => one.file === file);
      const source = own.map((one) => one.text).join('');
      return [[file, source] as const, [testOf(file), makeTest(file, own)] as const];
    }),
    ['test/all.ts', sources.map((file) => `import '../${testOf(file).replace('.ts', '.js')}';\n`).join('')],
  ]);
  return {
    wrong: wrong.map((number) => `f${number}`),
    manifest: describeLevel(functions, sources),
    write() {
      const folder = mkdtempSync(join(tmpdir(), 'mge-bench-'));
      for (const [file, text] of files) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
      }
      return folder;
    },
  };
}

const OPTIONS = {
  target: 'es2022',
  module: 'nodenext',
  strict: true,
  rootDir: '.',
  outDir: 'dist',
  types: ['node'],
  skipLibCheck: true,
};

function makeFunction(number: number, wrong: boolean): BenchFunction {
  const name = `f${number}`;
  const head = `export function ${name}(amounts: readonly number[], rate: number): number `;
  const text = `${head}{
  let sum = 0;
  for (const amount of amounts) {
    if (amount > ${number}) sum += amount ${wrong ? '-' : '+'} rate;
    else sum -= amount;
  }
  return Math.round(sum);
}
`;
  return { name, text, file: `src/part${Math.floor(number / FUNCTIONS_A_FILE)}.ts`, bodyStart: head.length };
}

function makeTest(file: string, functions: readonly BenchFunction[]): string {
  const cases = functions.map(({ name }) => {
    const number = Number(name.slice(1));
    return `test('${name} adds what is large', () => { assert.equal(${name}([${number + 1}, ${number}], 2), 3); });\n`;
  });
  const names = functions.map((one) => one.name).join(', ');
  const imports = `import test from 'node:test';\nimport assert from 'node:assert/strict';\n`;
  return `${imports}import { ${names} } from '../${file.replace('.ts', '.js')}';\n${cases.join('')}`;
}
