import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { addMember, createGroup } from '../src/group/group.js';
import { loadGroup, saveGroup } from '../src/store/file-store.js';

let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kitty-'));
});

after(async () => {
  await rm(folder, { recursive: true });
});

test('saveGroup: leaves one file behind', async () => {
  await saveGroup(join(folder, 'trip.json'), createGroup('Lisbon', 'EUR'));
  assert.deepEqual(await readdir(folder), ['trip.json']);
});

test('loadGroup: gives back what was saved', async () => {
  const group = addMember(createGroup('Lisbon', 'EUR'), 'Ana');
  await saveGroup(join(folder, 'trip.json'), group);
  assert.deepEqual(await loadGroup(join(folder, 'trip.json')), group);
});
