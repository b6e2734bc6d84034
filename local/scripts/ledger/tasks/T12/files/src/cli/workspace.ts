import { access, readFile } from 'node:fs/promises';
import type { Group } from '../group/model.js';
import { loadGroup, saveGroup } from '../store/file-store.js';

/** What commands need of the world outside. */
export interface Workspace {
  exists(path: string): Promise<boolean>;
  load(path: string): Promise<Group>;
  save(path: string, group: Group): Promise<void>;
  readText(path: string): Promise<string>;
}

/** Answers whether there is a file at a path. */
export async function fileExists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/** The workspace on the disk. */
export function diskWorkspace(): Workspace {
  return { exists: fileExists, load: loadGroup, save: saveGroup, readText: (path) => readFile(path, 'utf8') };
}
