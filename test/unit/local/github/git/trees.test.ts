import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeBlob } from '#local/github/git/blobs.ts';
import { ObjectReader } from '#local/github/git/object-reader.ts';
import { readGit, runGit } from '#local/github/git/run-git.ts';
import { readTree, writeTree } from '#local/github/git/trees.ts';

let gitDir = '';
beforeAll(async () => {
  gitDir = await mkdtemp(join(tmpdir(), 'mge-trees-'));
  await runGit(gitDir, ['init', '--quiet', '--bare']);
});
afterAll(async () => {
  ObjectReader.closeBelow(gitDir);
  await rm(gitDir, { recursive: true });
});

const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
  .filter((text) => /^[^./\s\p{Cc}]+$/u.test(text));
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

/** What git itself says of a tree, in the same words. */
async function askGit(tree: string): Promise<string[]> {
  const lines = await readGit(gitDir, ['ls-tree', '-r', '-t', '-l', '-z', tree]);
  return lines.split('\0').filter((line) => line !== '');
}

async function told(tree: string): Promise<string[]> {
  const entries = await readTree(gitDir, tree, true);
  return entries.map((entry) =>
    [`${entry.mode} ${entry.type} ${entry.sha} ${String(entry.size ?? '-').padStart(7)}`, entry.path].join('\t'),
  );
}

test('a tree reads as git itself reads it, whatever its files are called', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(path, { maxLength: 8 }), async (paths) => {
      const files = paths.filter((each) => !paths.some((other) => other.startsWith(`${each}/`)));
      const sha = await writeBlob(gitDir, files.join('\n'));
      const changes = files.map((file, place) => ({ path: file, mode: place === 0 ? '100755' : '100644', sha }));
      const tree = await writeTree(gitDir, null, changes);
      expect(await told(tree)).toEqual(await askGit(tree));
    }),
    { numRuns: 20 },
  );
});

test('submodules and links are told as what they are; whole subtrees are put in and taken out', async () => {
  const [blob, commit] = [await writeBlob(gitDir, 'elsewhere'), 'a'.repeat(40)];
  const inner = await writeTree(gitDir, null, [{ path: 'deep/file.ts', mode: '100644', sha: blob }]);
  const base = await writeTree(gitDir, null, [
    { path: 'library', mode: '160000', sha: commit },
    { path: 'link', mode: '120000', sha: blob },
    { path: 'src', mode: '040000', sha: inner },
  ]);
  expect(await told(base)).toEqual(await askGit(base));
  expect((await readTree(gitDir, base, true)).map(({ type, path: at }) => `${type} ${at}`)).toEqual([
    'commit library',
    'blob link',
    'tree src',
    'tree src/deep',
    'blob src/deep/file.ts',
  ]);
  const without = await writeTree(gitDir, base, [{ path: 'src/deep/file.ts', mode: '100644', sha: null }]);
  expect((await readTree(gitDir, without, false)).map(({ path: at }) => at)).toEqual(['library', 'link']);
});

test('what is no tree is refused', async () => {
  await expect(readTree(gitDir, 'f'.repeat(40), true)).rejects.toThrow('no tree');
});
