import { isSameRepository, type Repository } from '#domain/run/repository.ts';
import type { AppDependencies, KnownRun } from '#app/delivery.ts';
import { runIdOf } from '#app/payload/origin.ts';

/** The run of a spec issue, also where its repository had another name when it began; and the id under which to submit. */
export async function findRun(
  { runStore }: Pick<AppDependencies, 'runStore'>,
  repository: Repository,
  issue: number,
): Promise<{ readonly runId: string; readonly run: KnownRun | null }> {
  const runId = runIdOf(repository, issue);
  const named = await runStore.load(runId);
  if (named !== null && isSameRepository(named.repository, repository)) return { runId, run: named };
  const moved = await runStore.find({ repository, issue });
  return moved === null ? { runId, run: named } : { runId: moved.id, run: moved };
}
