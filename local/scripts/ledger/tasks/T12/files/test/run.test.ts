import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../src/cli/run.js';
import type { Workspace } from '../src/cli/workspace.js';
import type { Group } from '../src/group/model.js';

function memoryWorkspace(files: Map<string, Group>): Workspace {
  return {
    exists: async (path) => files.has(path),
    load: async (path) => files.get(path) ?? assert.fail(`no file ${path}`),
    save: async (path, group) => void files.set(path, group),
    readText: async () => '',
  };
}

test('run: saves what a command changed', async () => {
  const files = new Map<string, Group>();
  const workspace = memoryWorkspace(files);
  assert.deepEqual(await run(['init', 'trip', 'Lisbon', 'EUR'], workspace), {
    exitCode: 0,
    output: 'Started Lisbon.',
  });
  await run(['member', 'trip', 'Ana'], workspace);
  assert.deepEqual(files.get('trip')?.members, [{ id: 'ana', name: 'Ana' }]);
});

test('run: refuses a mistake with its message', async () => {
  const workspace = memoryWorkspace(new Map());
  const outcome = await run(['init', 'trip', 'Lisbon', 'euros'], workspace);
  assert.deepEqual(outcome, { exitCode: 1, output: '"euros" is not a currency code such as EUR' });
});

test('run: throws on what is not a mistake of the person', async () => {
  const workspace = memoryWorkspace(new Map());
  await assert.rejects(run(['balances', 'nowhere'], workspace), { message: 'no file nowhere' });
});
