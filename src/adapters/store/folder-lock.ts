import { readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { identifyProcess, isAlive } from '#adapters/store/process-identity.ts';
import { MgeError } from '#domain/failure/mge-error.ts';

export interface FolderLock {
  release(): Promise<void>;
}

const Holder = z.object({ pid: z.number(), started: z.string().nullable(), token: z.string() });

/** Folders that this very process holds: its own number in a lock file says nothing after a container was restarted. */
const held = new Set<string>();

function locked(): MgeError {
  return new MgeError('Another process has the data folder open.', {
    code: 'store-locked',
    retry: 'ask-human',
    nextStep: 'Stop the other MGE process, choose another data folder, or set DATABASE_URL to share one database.',
  });
}

async function create(file: string, content: string): Promise<boolean> {
  try {
    await writeFile(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function parseHolder(content: string): z.infer<typeof Holder> | null {
  try {
    return Holder.safeParse(JSON.parse(content)).data ?? null;
  } catch {
    // Half-written by a process that died: nobody holds it.
    return null;
  }
}

/** Moves a dead process's lock aside. What was moved is looked at once more: it may be the lock of one who was quicker. */
async function clearStale(file: string): Promise<void> {
  const content = await readFile(file, 'utf8').catch(() => null);
  if (content === null) return;
  const holder = parseHolder(content);
  if (holder !== null && holder.pid !== process.pid && (await isAlive(holder))) throw locked();
  const aside = `${file}.${randomUUID()}`;
  const moved = await rename(file, aside).then(
    () => readFile(aside, 'utf8'),
    () => null,
  );
  if (moved !== null && moved !== content) {
    await create(file, moved);
    await rm(aside, { force: true });
    throw locked();
  }
  await rm(aside, { force: true });
}

/** Takes a folder for this process alone. Throws MgeError `store-locked` when a living process has it. */
export async function takeFolderLock(folder: string): Promise<FolderLock> {
  const file = join(await realpath(folder), 'mge.lock');
  if (held.has(file)) throw locked();
  held.add(file);
  try {
    const mine = JSON.stringify({ ...(await identifyProcess(process.pid)), token: randomUUID() });
    for (let tries = 0; !(await create(file, mine)); tries += 1) {
      if (tries === 3) throw locked();
      await clearStale(file);
    }
  } catch (error) {
    held.delete(file);
    throw error;
  }
  return {
    async release() {
      if (held.delete(file)) await rm(file, { force: true });
    },
  };
}
