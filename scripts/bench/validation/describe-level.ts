import { Manifest } from '#domain/verdict/manifest.ts';

/** A function of the level: the whole text, and where its body begins. */
export interface BenchFunction {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly bodyStart: number;
}

/** The test file of a source. */
export function testOf(file: string): string {
  return file.replace('src/', 'test/').replace('.ts', '.test.ts');
}

/** The manifest that asks for all functions of the sources, in their order. */
export function describeLevel(functions: readonly BenchFunction[], sources: readonly string[]): Manifest {
  const starts = new Map<string, number>();
  const placed = functions.map((one) => {
    const start = starts.get(one.file) ?? 0;
    starts.set(one.file, start + one.text.length);
    return { ...one, start, end: start + one.text.length - 1 };
  });
  return Manifest.parse({
    version: 1,
    run: 'bench',
    batch: 0,
    key: 'bench',
    levels: [0],
    symbols: placed.map(({ name, file, start, end, bodyStart }) => {
      const text = `{ throw new Error('mge: not generated yet: ${name}'); }`;
      return { id: name, file, level: 0, state: 'candidate', stub: { start: start + bodyStart, end, text } };
    }),
    atoms: placed.map(({ name, file, start, end }) => {
      return { id: `${name}#1`, symbol: name, file, ranges: [[start, end]], startLine: 1, endLine: 1 };
    }),
    needs: [],
    tests: sources.map((file) => {
      const symbols = functions.filter((one) => one.file === file).map((one) => one.name);
      return { file: testOf(file), kind: 'unit', symbols };
    }),
    boundaries: [],
    toolchain: 'auto',
    commands: { install: null, typecheck: null, test: null, build: null },
    limits: { atomSeconds: 10, jobSeconds: 600, memoryMb: 1024 },
  });
}
