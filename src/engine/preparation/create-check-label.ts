import type { Perform } from '#domain/run/perform.ts';
import type { Repository } from '#domain/run/repository.ts';
import { SETTINGS_PATH } from '#domain/settings/settings-path.ts';
import { Settings } from '#domain/settings/settings.ts';
import { readSettings } from '#engine/preparation/read-settings.ts';
import type { Clock } from '#ports/clock.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

export interface CheckLabelDependencies {
  readonly sourceTree: SourceTree;
  readonly clock: Clock;
}

/** Labels are put on all the time: a repository's settings are read once in this time, in milliseconds. */
const KEPT_MS = 60_000;
const KEPT_REPOSITORIES = 1000;

/**
 * Says whether one of an issue's labels is the one that marks a spec in this repository, whatever their case. Where the
 * settings cannot be read the default counts: the run that begins then says what is wrong with them.
 */
export function createCheckLabel(deps: CheckLabelDependencies): Perform<'check-label'> {
  const kept = new Map<string, { readonly label: string; readonly until: number }>();
  return async ({ repository }, { sender, issue, labels }) => {
    const name = `${repository.owner}/${repository.name}`;
    const now = deps.clock.now().getTime();
    const known = kept.get(name);
    const label = known !== undefined && known.until > now ? known.label : await readLabel(deps.sourceTree, repository);
    if (kept.size > KEPT_REPOSITORIES) kept.clear();
    kept.set(name, { label, until: known !== undefined && known.until > now ? known.until : now + KEPT_MS });
    const isSpec = labels.some((each) => each.toLowerCase() === label.toLowerCase());
    return { type: 'label-checked', sender, issue, isSpec };
  };
}

async function readLabel(sourceTree: SourceTree, repository: Repository): Promise<string> {
  const head = await sourceTree.headOf(repository, repository.defaultBranch);
  const texts = head === null ? null : await sourceTree.read(repository, head, [SETTINGS_PATH]);
  const read = readSettings(texts?.get(SETTINGS_PATH) ?? '');
  return read.ok ? read.value.label : Settings.parse({}).label;
}
