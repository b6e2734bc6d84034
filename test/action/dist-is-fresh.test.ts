import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { buildAction } from '#scripts/build-action.ts';

const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), readFileSync(path, 'utf8')]),
  );

it('action/dist is what the sources build (else: npm run build:action)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mge-dist-'));
  await buildAction(folder);
  const [fresh, committed] = [contents(folder), contents('action/dist')];
  rmSync(folder, { recursive: true });
  expect(Object.keys(committed).toSorted()).toEqual(Object.keys(fresh).toSorted());
  for (const [name, text] of Object.entries(fresh)) expect(committed[name] === text, `${name} is stale`).toBe(true);
});
