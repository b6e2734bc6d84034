import { readFile, rename, writeFile } from 'node:fs/promises';
import type { Group } from '../group/model.js';
import { readDocument, writeDocument } from './document.js';

/** Loads a group from its file. */
export async function loadGroup(path: string): Promise<Group> {
  return readDocument(await readFile(path, 'utf8'));
}

/** Saves a group; the file is replaced at once, so that a crash leaves either the old one or the new one. */
export async function saveGroup(path: string, group: Group): Promise<void> {
  const draft = `${path}.new`;
  await writeFile(draft, writeDocument(group));
  await rename(draft, path);
}
