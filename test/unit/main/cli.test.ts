import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DependencyGraph } from '#domain/graph/dependency-graph.ts';

const cli = fileURLToPath(new URL('../../../src/main/cli.ts', import.meta.url));
const loader = import.meta.resolve('tsx');

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mge-cli-'));
  await mkdir(join(folder, 'src'));
  await mkdir(join(folder, 'build'));
  await writeFile(join(folder, '.gitignore'), 'build/\n');
  await writeFile(join(folder, 'build', 'out.js'), 'ignored();\n');
  await writeFile(join(folder, 'src', 'a.ts'), "import { b } from './b.ts';\nexport const a = (): number => b();\n");
  await writeFile(join(folder, 'src', 'b.ts'), '\uFEFFexport function b(): number {\r\n  return 1;\r\n}\r\n');
  await writeFile(join(folder, 'src', 'picture.ts'), new Uint8Array([1, 0, 2]));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function mge(...args: string[]): Promise<Outcome> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      ['--import', loader, cli, ...args],
      { cwd: folder },
      (_, stdout, stderr) => {
        done({ code: child.exitCode ?? -1, stdout, stderr });
      },
    );
  });
}

describe('mge', () => {
  test('atomize --json prints one object a file, skips what is ignored, names what is binary', async () => {
    const { code, stdout, stderr } = await mge('atomize', '.', '--json');
    const lines: unknown[] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines).toMatchObject([
      { file: 'src/a.ts', language: 'typescript', parseErrors: 0 },
      { file: 'src/b.ts', length: 48 },
    ]);
    expect(stderr).toContain('src/picture.ts: is a binary file');
  });

  test('graph --json names symbols from the given root', async () => {
    const { stdout } = await mge('graph', 'src', '--json');
    const graph = DependencyGraph.parse(JSON.parse(stdout));
    expect(graph.edges).toContainEqual({ from: 'a.a', to: 'b.b', kind: 'call' });
  });

  test('without --json both print tables', async () => {
    const [atoms, graph] = await Promise.all([mge('atomize', 'src/*.ts'), mge('graph', 'src')]);
    expect(atoms.stdout).toMatch(/2 files, \d+ atoms, 100\.0 % within/);
    expect(graph.stdout).toContain('flowchart BT');
  });

  test('gives the same lines in the same order on one thread and on several, and names what it skips', async () => {
    const many = join(folder, 'many');
    await mkdir(many);
    for (let file = 0; file < 150; file += 1)
      await writeFile(
        join(many, `f${file}.ts`),
        `export const f${file} = ${'('.repeat(file)}${file}${')'.repeat(file)};\n`,
      );
    await writeFile(join(many, 'f77.ts'), new Uint8Array([0xff, 0xfe, 0xfd]));
    const [one, several, graph] = await Promise.all([
      mge('atomize', 'many', '--json', '--workers', '1'),
      mge('atomize', 'many', '--json', '--workers', '2'),
      mge('graph', 'many', '--json', '--workers', '2'),
    ]);
    expect(several).toEqual(one);
    expect(one.stdout.trim().split('\n')).toHaveLength(149);
    expect(one.stderr).toContain('many/f77.ts: is not UTF-8 text');
    expect(DependencyGraph.parse(JSON.parse(graph.stdout)).nodes).toHaveLength(298);
    await rm(many, { recursive: true });
  });

  test('refuses a number of threads that is none', async () => {
    const { code, stderr } = await mge('atomize', 'src', '--workers', 'many');
    expect(code).toBe(1);
    expect(stderr).toContain('Give a number from 1 to 99.');
  });

  test('ends with 1 only when nothing could be read', async () => {
    const [some, nothing] = await Promise.all([mge('atomize', 'src/a.ts', 'gone.ts'), mge('atomize', 'gone.ts')]);
    expect([some.code, nothing.code]).toEqual([0, 1]);
    expect(nothing.stderr).toContain('gone.ts: nothing there');
  });
});
