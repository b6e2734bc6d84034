import { z } from 'zod';
import { Contract, type Draft } from '#domain/draft/draft.ts';
import type { ScriptFolder } from '#local/claude/script-folder.ts';

/** `draft.json`: what a draft says beside its files. */
const DraftFacts = z.strictObject({
  tests: z.array(
    z.strictObject({ path: z.string(), kind: z.enum(['unit', 'integration']), covers: z.array(z.string()) }),
  ),
  contracts: z.array(Contract),
  notes: z.string(),
});

/** The draft of a task from its folder, some files replaced by those of an overlay; null when there is no such task. */
export function assembleDraft(folder: ScriptFolder, task: string, overlay: string | null): Draft | null {
  if (!folder.has(`tasks/${task}/draft.json`)) return null;
  const facts = DraftFacts.parse(folder.readJson(`tasks/${task}/draft.json`));
  const texts = new Map<string, string>();
  for (const root of [`tasks/${task}/files`, ...(overlay === null ? [] : [overlay])]) {
    for (const path of folder.listFiles(root)) texts.set(path, folder.readText(`${root}/${path}`));
  }
  const tests = facts.tests.map(({ path, kind, covers }) => {
    const content = texts.get(path);
    if (content === undefined) throw new Error(`${task}: ${path} is not in its folder`);
    texts.delete(path);
    return { path, kind, content, covers };
  });
  const files = [...texts].map(([path, content]) => ({ path, content }));
  return { files, tests, contracts: facts.contracts, notes: facts.notes };
}
