import { mkdir, mkdtemp, rm, writeFile, cp, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const run = promisify(execFile);
const Report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    totalDependenciesCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

async function cruise(folder: string) {
  const tool = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [tool, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src', 'local', 'action/src'];
  const options = { cwd: folder, maxBuffer: 1e9 };
  // A non-zero exit only counts the violations; the report on stdout names them.
  const { stdout } = await run(process.execPath, args, options).catch((error: unknown) =>
    z.object({ stdout: z.string() }).parse(error),
  );
  return Report.parse(JSON.parse(stdout)).summary;
}

describe('the layers of the house', () => {
  it('are kept by every import of src, local and action', async () => {
    const summary = await cruise('.');
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(200);
    expect(summary.totalDependenciesCruised).toBeGreaterThan(500);
  });

  describe('when somebody breaks them', () => {
    let folder = '';
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'mge-layers-'));
      for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
        await cp(file, join(folder, file));
      await symlink(resolve('node_modules'), join(folder, 'node_modules'));
      const files = {
        'src/domain/a.ts':
          "import { b } from '#engine/review/b.ts';\nimport { readFileSync } from 'node:fs';\nexport const a = [b, readFileSync];\n",
        'src/engine/review/b.ts':
          "import { c } from '#engine/report/c.ts';\nimport { Octokit } from '@octokit/rest';\nexport const b = [c, Octokit];\n",
        'src/engine/report/c.ts': "import { d } from '#local/d.ts';\nexport const c = d;\n",
        'local/d.ts': 'export const d = 1;\n',
        'action/src/e.ts': "export { d } from '#local/d.ts';\n",
      };
      for (const [path, text] of Object.entries(files)) {
        await mkdir(join(folder, path, '..'), { recursive: true });
        await writeFile(join(folder, path), text);
      }
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it('the rules name each breach', async () => {
      const { violations } = await cruise(folder);
      expect(new Set(violations.map(({ rule }) => rule.name))).toEqual(
        new Set([
          'domain-imports-nothing-of-ours',
          'domain-npm-zod-only',
          'engine-imports-its-own-stage',
          'octokit-only-at-its-edge',
          'action-is-a-second-wiring-root',
        ]),
      );
    });
  });
});
