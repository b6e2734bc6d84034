import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createCompilerProcess } from '#action/src/toolchains/typescript/compiler-process.ts';
import { createTypeCheck } from '#action/src/toolchains/typescript/create-type-check.ts';
import { createRunTsc } from '#action/src/toolchains/typescript/run-tsc.ts';
import { createWorkbench, toolOf, type Workbench } from '#action/src/workbench.ts';
import { theSandbox, writeTarget } from '#test/action/make-target.ts';
import { ADD, TOTAL, typescriptTarget } from '#test/action/typescript-target.ts';

vi.setConfig({ testTimeout: 120_000 });

const SOURCES = ['src/add.ts', 'src/total.ts', 'src/report.ts'];
const folders: string[] = [];
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

async function checkout(
  files: Readonly<Record<string, string>> = {},
  modules: string | null = resolve('node_modules'),
) {
  const root = writeTarget(typescriptTarget(files));
  folders.push(root);
  const node = toolOf('node');
  const { sandbox } = await theSandbox();
  const tools = { toolFolders: node?.folders ?? [], toolPath: node?.path ?? [] };
  const workbench: Workbench = createWorkbench({ sandbox, root, memoryMb: 1024, modules, ...tools });
  const compiler = createCompilerProcess({ workbench, timeMs: 60_000 });
  closers.push(() => compiler.close());
  const runTsc = createRunTsc({ workbench, timeMs: 60_000, command: null });
  const write = (file: string, text: string): void => writeFileSync(join(root, file), text);
  return { workbench, compiler, runTsc, check: createTypeCheck({ compiler, runTsc }), write };
}

/** Trees that follow one another in one process: each differs from the one before. */
const TREES: readonly (readonly [name: string, file: string, text: string])[] = [
  ['a wrong operator', 'src/add.ts', ADD.replace('left + right', "left + right + 'x'")],
  ['a bracket that does not close', 'src/total.ts', TOTAL.replace('amount), 0)', 'amount, 0')],
  ['both of them', 'src/report.ts', 'export const report = (amounts: readonly number[]): number => amounts;\n'],
  ['an import of nothing', 'src/total.ts', `import { gone } from './gone.js';\n${TOTAL}`],
  ['a changed signature', 'src/add.ts', ADD.replace('left: number', 'left: string').replace('left + right', 'right')],
  ['a message of several lines', 'src/add.ts', `${ADD}export const made: { a: { b: string } } = { a: { b: 1 } };\n`],
  ['what is unused', 'src/total.ts', TOTAL.replace('export', 'const unused = 1;\n\nexport')],
  ['a mark before the first letter', 'src/add.ts', `\uFEFFexport const wrong: string = 1;\n${ADD}`],
];

describe('the compiler that is kept running', () => {
  it.each([true, false])('finds what tsc finds in one tree after the other (stubs standing: %s)', async (stubbed) => {
    const { check, runTsc, write } = await checkout();
    expect(await check(SOURCES, stubbed)).toEqual({ typed: true, passed: true, diagnostics: [], problem: null });
    const clean: string[] = [];
    for (const [name, file, text] of TREES) {
      write(file, text);
      const [kept, plain] = [await check(SOURCES, stubbed), await runTsc(stubbed)];
      expect({ name, ...kept }).toEqual({ name, ...plain });
      if (kept.passed) clean.push(name);
    }
    expect(clean).toEqual([]);
    write('src/add.ts', ADD);
    write('src/total.ts', TOTAL);
    write('src/report.ts', typescriptTarget().files['src/report.ts'] ?? '');
    expect((await check(SOURCES, stubbed)).passed).toBe(true);
  });

  it('leaves the check to tsc where the compiler has no functions to call', async () => {
    const without = writeTarget({ files: {}, symbols: [], tests: [] });
    folders.push(without);
    const { check } = await checkout({}, without);
    const run = await check(SOURCES, false);
    expect(run.passed).toBe(false);
    expect(run.problem).toContain('typescript/bin/tsc');
  });

  it('says so when an answer takes too long, and answers the next question', async () => {
    const { workbench } = await checkout();
    const hurried = createCompilerProcess({ workbench, timeMs: 1 });
    const check = createTypeCheck({ compiler: hurried, runTsc: () => Promise.reject(new Error('not asked for')) });
    expect((await check(SOURCES, false)).problem).toBe('the type check was ended: wall-clock limit');
    const { compiler } = await checkout();
    await compiler.close();
    const settings = await compiler.ask({ ask: 'project' }, z.object({ files: z.array(z.string()) }));
    expect(settings).toMatchObject({ kind: 'answered', value: { files: expect.arrayContaining(['src/add.ts']) } });
  });

  it('tells of a tsconfig.json that cannot be read', async () => {
    const { compiler, check, runTsc } = await checkout({
      'tsconfig.json': '{ "compilerOptions": { "target": "es1" } }',
    });
    expect((await compiler.ask({ ask: 'project' }, z.unknown())).kind).toBe('answered');
    expect(await check(SOURCES, false)).toEqual(await runTsc(false));
  });
});
