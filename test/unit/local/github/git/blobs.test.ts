import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBlob, writeBlob, writeBlobs } from '#local/github/git/blobs.ts';
import { runGit } from '#local/github/git/run-git.ts';

let gitDir = '';
beforeAll(async () => {
  gitDir = await mkdtemp(join(tmpdir(), 'mge-blobs-'));
  await runGit(gitDir, ['init', '--quiet', '--bare']);
});
afterAll(() => rm(gitDir, { recursive: true }));

test('many blobs at once are the same blobs as one by one, whatever they say', async () => {
  const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(texts, async (contents) => {
      const shas = await writeBlobs(gitDir, contents);
      expect(shas).toEqual(await Promise.all(contents.map((content) => writeBlob(gitDir, content))));
      const read = await Promise.all(shas.map((sha) => readBlob(gitDir, sha)));
      expect(read.map(String)).toEqual(contents);
    }),
    { numRuns: 15, examples: [[['', '\n', '\r\n', 'blob\nmark :1\n', 'same', 'same']]] },
  );
});
