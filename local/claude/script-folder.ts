import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script, type Rule } from '#local/claude/script.ts';

/** The files of one scenario: right answers, wrong ones, and the rules that say which is given when. */
export interface ScriptFolder {
  readonly rules: readonly Rule[];
  has(path: string): boolean;
  readText(path: string): string;
  readJson(path: string): unknown;
  /** Paths of all files below a folder, sorted, from that folder. */
  listFiles(path: string): string[];
}

/** Opens a scenario's folder. Throws when `script.json` is not there or out of its schema. */
export function openScriptFolder(folder: string): ScriptFolder {
  const readText = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const readJson = (path: string): unknown => JSON.parse(readText(path));
  const { rules } = Script.parse(readJson('script.json'));
  return {
    rules,
    has: (path) => existsSync(join(folder, path)),
    readText,
    readJson,
    listFiles: (path) => (existsSync(join(folder, path)) ? listBelow(join(folder, path), '').toSorted() : []),
  };
}

function listBelow(folder: string, prefix: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    return entry.isDirectory() ? listBelow(join(folder, entry.name), `${path}/`) : [path];
  });
}
