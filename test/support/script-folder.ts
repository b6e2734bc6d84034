import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Rule } from '#local/claude/script.ts';

/** A script of the model in a temporary folder: rules, and whatever files they need. */
export async function writeScriptFolder(
  rules: readonly Rule[],
  files: Readonly<Record<string, unknown>> = {},
): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'mge-script-'));
  const all = { 'script.json': { about: 'a test', rules }, ...files };
  for (const [path, content] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
