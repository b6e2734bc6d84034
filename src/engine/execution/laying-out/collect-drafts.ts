import { Draft } from '#domain/draft/draft.ts';
import type { Run, TaskState } from '#domain/run/run.ts';
import type { BlobStore } from '#ports/blob-store.ts';

export interface DraftedFile {
  readonly path: string;
  readonly text: string;
  readonly task: string;
}

export interface DraftedTest extends DraftedFile {
  readonly kind: 'unit' | 'integration';
}

export interface Drafted {
  readonly files: readonly DraftedFile[];
  readonly tests: readonly DraftedTest[];
}

/**
 * Everything that the drafts of a run's tasks write. Where two tasks write the same file, the one that depends on the other
 * wins, else the one that stands later in the plan. `only`: of these tasks.
 */
export async function collectDrafts(run: Run, blobs: BlobStore, only?: ReadonlySet<string>): Promise<Drafted> {
  const files = new Map<string, DraftedFile>();
  const tests = new Map<string, DraftedTest>();
  for (const task of inOrder(run.plan?.tasks ?? [])) {
    if (!task.included || task.draft === null || only?.has(task.id) === false) continue;
    const draft = Draft.parse(JSON.parse(await blobs.get(task.draft)));
    for (const { path, content } of draft.files) files.set(path, { path, text: content, task: task.id });
    for (const { path, content, kind } of draft.tests) tests.set(path, { path, text: content, task: task.id, kind });
  }
  for (const path of tests.keys()) files.delete(path);
  return { files: [...files.values()], tests: [...tests.values()] };
}

/** Tasks with those that they need first; otherwise in the order of the plan. A cycle ends where it is met. */
function inOrder(tasks: readonly TaskState[]): TaskState[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const ordered = new Set<TaskState>();
  const visiting = new Set<string>();
  const visit = (task: TaskState): void => {
    if (visiting.has(task.id)) return;
    visiting.add(task.id);
    for (const id of task.dependsOn) {
      const needed = byId.get(id);
      if (needed !== undefined) visit(needed);
    }
    ordered.add(task);
  };
  tasks.forEach(visit);
  return [...ordered];
}
