import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diskWorkspace, fileExists } from '../src/cli/workspace.js';

test('fileExists: tells files from nothing', async () => {
  assert.equal(await fileExists('package.json'), true);
  assert.equal(await fileExists('no-such-file.json'), false);
});

test('diskWorkspace: reads files', async () => {
  assert.match(await diskWorkspace().readText('package.json'), /"kitty"/);
});
