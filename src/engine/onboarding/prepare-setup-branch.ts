import type { Repository } from '#domain/run/repository.ts';
import { VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import { SETTINGS_PATH } from '#domain/settings/settings-path.ts';
import { SETUP_COMMIT } from '#wording/onboarding/render-setup.ts';
import { SETTINGS_TEMPLATE } from '#engine/onboarding/settings-template.ts';
import type { FileChange, SourceTree } from '#ports/github/source-tree.ts';

export interface SetupBranch {
  readonly repository: Repository;
  readonly branch: string;
  /** The default branch's head. */
  readonly parent: string;
  readonly workflow: string;
  readonly date: Date;
}

/**
 * Makes the branch hold the workflow and, where the repository has none, the settings. A branch that is already there (of
 * another run, or with a person's changes to the settings) gets only what it lacks.
 */
export async function prepareSetupBranch(
  sourceTree: SourceTree,
  setup: SetupBranch,
): Promise<{ withSettings: boolean }> {
  const { repository, branch, parent, date } = setup;
  const head = await sourceTree.headOf(repository, branch);
  const onDefault = await sourceTree.read(repository, parent, [SETTINGS_PATH]);
  const there =
    head === null ? onDefault : await sourceTree.read(repository, head, [VALIDATION_WORKFLOW, SETTINGS_PATH]);
  const withSettings = !onDefault.has(SETTINGS_PATH) && (head === null || there.has(SETTINGS_PATH));
  const changes: FileChange[] = [
    ...(there.get(VALIDATION_WORKFLOW) === setup.workflow ? [] : [{ path: VALIDATION_WORKFLOW, text: setup.workflow }]),
    ...(there.has(SETTINGS_PATH) || head !== null ? [] : [{ path: SETTINGS_PATH, text: SETTINGS_TEMPLATE }]),
  ];
  if (changes.length > 0) {
    const commit = await sourceTree.commit(repository, {
      parent: head ?? parent,
      changes,
      message: SETUP_COMMIT,
      date,
    });
    await sourceTree.moveBranch(repository, branch, commit, head);
  }
  return { withSettings };
}
