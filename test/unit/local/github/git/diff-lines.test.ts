import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeBlob } from '#local/github/git/blobs.ts';
import { changedFiles } from '#local/github/git/compare.ts';
import { followLine, placeInPatch } from '#local/github/git/diff-lines.ts';
import { runGit } from '#local/github/git/run-git.ts';
import { writeTree } from '#local/github/git/trees.ts';

let gitDir = '';
beforeAll(async () => {
  gitDir = await mkdtemp(join(tmpdir(), 'mge-lines-'));
  await runGit(gitDir, ['init', '--quiet', '--bare']);
});
afterAll(() => rm(gitDir, { recursive: true }));

const path = 'été/file "1".txt';
const linesOf = fc.array(fc.stringMatching(/^[a-c]{1,2}$/), { minLength: 1, maxLength: 12 });

async function treeOf(lines: readonly string[]): Promise<string> {
  const sha = await writeBlob(gitDir, `${lines.join('\n')}\n`);
  return writeTree(gitDir, null, [{ path, mode: '100644', sha }]);
}

test('a line that is followed says the same where it went', async () => {
  await fc.assert(
    fc.asyncProperty(linesOf, linesOf, async (before, after) => {
      const [from, to] = [await treeOf(before), await treeOf(after)];
      for (const [index, text] of before.entries()) {
        const line = await followLine(gitDir, { from, to, path, line: index + 1 });
        if (line !== null && after[line - 1] !== text) return false;
      }
      return true;
    }),
    { numRuns: 12 },
  );
  const [from, to] = [await treeOf(['a', 'b', 'c']), await treeOf(['x', 'a', 'c'])];
  const places = [1, 2, 3].map((line) => followLine(gitDir, { from, to, path, line }));
  expect(await Promise.all(places)).toEqual([2, null, 3]);
});

test('every added line has its place in the patch, which ends with it', async () => {
  await fc.assert(
    fc.asyncProperty(linesOf, async (lines) => {
      const files = await changedFiles(gitDir, await treeOf(['zz']), await treeOf(lines));
      const patch = files[0]?.patch ?? '';
      for (const [index, text] of lines.entries()) {
        expect(
          placeInPatch(patch, index + 1, 'RIGHT')
            ?.hunk.split('\n')
            .at(-1)
            ?.slice(1),
        ).toBe(text);
      }
      expect(placeInPatch(patch, lines.length + 1, 'RIGHT')).toBeNull();
    }),
    { numRuns: 12 },
  );
});
