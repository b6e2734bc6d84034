import { cp, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Rule } from '#local/claude/script.ts';

const TALLY = join(import.meta.dirname, '../fixtures/scenario/tally');

export interface ScriptWishes {
  /** When the model's answers deviate. */
  readonly rules?: readonly Rule[];
  /** Whether the model has two questions (how to round, which sign). */
  readonly asks?: boolean;
  /** More files of the script, or others: path → text, or what is written as JSON. */
  readonly files?: Readonly<Record<string, unknown>>;
}

/** The tally's script in a folder of its own, as a story wishes it. */
export async function prepareScript({ rules = [], asks = false, files = {} }: ScriptWishes): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mge-story-script-'));
  await cp(TALLY, folder, { recursive: true });
  if (asks) await cp(join(folder, 'discovery.asking.json'), join(folder, 'discovery.json'));
  for (const [path, content] of Object.entries({ 'script.json': { about: 'a story', rules }, ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

/** A JSON file of the tally's script. */
export async function readTally(path: string): Promise<unknown> {
  return JSON.parse(await readFile(join(TALLY, path), 'utf8'));
}

/** A text of the tally's script. */
export function readTallyText(path: string): Promise<string> {
  return readFile(join(TALLY, path), 'utf8');
}

/** The files that stand in the repository before the story begins. */
export async function readTallyBase(): Promise<Record<string, string>> {
  const base = join(TALLY, 'base');
  const entries = await readdir(base, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = paths.map(async (path) => [path.slice(base.length + 1), await readFile(path, 'utf8')] as const);
  return Object.fromEntries(await Promise.all(read));
}
