import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { run } from '../src/cli/run.js';
import { diskWorkspace } from '../src/cli/workspace.js';

let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kitty-'));
});

after(async () => {
  await rm(folder, { recursive: true });
});

async function kitty(command: string, file: string, ...values: string[]): Promise<string> {
  const outcome = await run([command, join(folder, file), ...values], diskWorkspace());
  return outcome.output;
}

test('the command line: from an empty folder to a settlement', async () => {
  await kitty('init', 'trip.json', 'Lisbon', 'EUR');
  await kitty('member', 'trip.json', 'Ana');
  await kitty('member', 'trip.json', 'Ben');
  await kitty('add', 'trip.json', '2026-05-01', 'Dinner', 'Ana', '61.51', 'EUR');
  assert.equal(await kitty('balances', 'trip.json'), 'Ana   30.75 EUR\nBen  -30.75 EUR');
  assert.equal(await kitty('settle', 'trip.json'), 'Ben pays Ana 30.75 EUR');
});

test('the command line: imports quoted fields and names the lines it refuses', async () => {
  const csv = join(folder, 'expenses.csv');
  const rows = ['2026-05-02,"Bread, ""good"" cheese",Ben,12,EUR,equal,', '2026-05-03,Tea,Eve,4,EUR,equal,'];
  await writeFile(csv, ['date,description,payer,amount,currency,split,members', ...rows].join('\r\n'));
  await kitty('init', 'picnic.json', 'Picnic', 'EUR');
  await kitty('member', 'picnic.json', 'Ben');
  assert.equal(await kitty('import', 'picnic.json', csv), 'Imported 1 expense.\nline 3: "Eve" is not in Picnic');
});
