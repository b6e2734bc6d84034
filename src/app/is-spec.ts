import { Settings } from '#domain/settings/settings.ts';
import type { Repository } from '#domain/run/repository.ts';
import type { AppDependencies } from '#app/delivery.ts';
import { hasLabel, type Issue } from '#app/payload/issue.ts';
import { runIdOf } from '#app/payload/origin.ts';

/** The label that marks a spec in a repository. */
export async function specLabelOf(app: AppDependencies, repository: Repository): Promise<string> {
  return app.specLabelOf === undefined ? Settings.parse({}).label : app.specLabelOf(repository);
}

/** Whether an issue is a spec: it has a run, or the label (its run may not have been written yet). */
export async function isSpec(app: AppDependencies, repository: Repository, issue: Issue): Promise<boolean> {
  if ((await app.runStore.load(runIdOf(repository, issue.number))) !== null) return true;
  return hasLabel(issue, await specLabelOf(app, repository));
}
