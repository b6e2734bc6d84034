import type { Perform } from '#domain/run/perform.ts';
import { SETTINGS_PATH } from '#domain/settings/settings-path.ts';
import { Settings } from '#domain/settings/settings.ts';
import { readSettings } from '#engine/preparation/read-settings.ts';
import { renderSettingsProblems } from '#wording/preparation/render-settings-problems.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

/**
 * Reads the repository's settings from its default branch. A bad file is not an error but an answer: `problem` is Markdown
 * that names file, line and what is allowed. A repository without a commit has the defaults.
 */
export function createPrepare(deps: { readonly sourceTree: SourceTree }): Perform<'prepare'> {
  return async ({ repository }) => {
    const { defaultBranch } = repository;
    const head = await deps.sourceTree.headOf(repository, defaultBranch);
    const texts = head === null ? null : await deps.sourceTree.read(repository, head, [SETTINGS_PATH]);
    const read = readSettings(texts?.get(SETTINGS_PATH) ?? '');
    if (read.ok) return { type: 'prepared', settings: read.value, defaultBranch, problem: null };
    const problem = renderSettingsProblems(SETTINGS_PATH, read.error);
    return { type: 'prepared', settings: Settings.parse({}), defaultBranch, problem };
  };
}
