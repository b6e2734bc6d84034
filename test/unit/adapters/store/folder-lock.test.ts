import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeFolderLock } from '#adapters/store/folder-lock.ts';
import { identifyProcess } from '#adapters/store/process-identity.ts';

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mge-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const writeLock = (holder: unknown) => writeFile(join(folder, 'mge.lock'), JSON.stringify(holder));

  it('is held by one at a time, and free again when released', async () => {
    const lock = await takeFolderLock(folder);
    await expect(takeFolderLock(folder)).rejects.toMatchObject({ code: 'store-locked', retry: 'ask-human' });
    await lock.release();
    const again = await takeFolderLock(folder);
    await again.release();
  });

  it('is refused while another living process holds it', async () => {
    const other = spawn('sleep', ['60']);
    const ended = new Promise((resolve) => other.once('exit', resolve));
    await writeLock({ ...(await identifyProcess(other.pid ?? 0)), token: 'x' });
    await expect(takeFolderLock(folder)).rejects.toMatchObject({ code: 'store-locked' });
    other.kill('SIGKILL');
    await ended;
    await (await takeFolderLock(folder)).release();
  });

  it('is taken over from a process of the same number that was started at another time', async () => {
    await writeLock({ pid: process.ppid, started: 'long ago', token: 'x' });
    const lock = await takeFolderLock(folder);
    expect(JSON.parse(await readFile(join(folder, 'mge.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    await lock.release();
  });

  it('is taken over when an earlier process of this number left it, as in a restarted container', async () => {
    await writeLock({ ...(await identifyProcess(process.pid)), token: 'x' });
    const lock = await takeFolderLock(folder);
    expect(await readFile(join(folder, 'mge.lock'), 'utf8')).not.toContain('"token":"x"');
    await lock.release();
  });

  it('is taken over when it is half-written', async () => {
    await writeFile(join(folder, 'mge.lock'), '{"pid":');
    const lock = await takeFolderLock(folder);
    expect(JSON.parse(await readFile(join(folder, 'mge.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    await lock.release();
  });
});
