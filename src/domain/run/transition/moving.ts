import type { RunEvent } from '#domain/run/event.ts';
import { isOver } from '#domain/run/is-over.ts';
import { isSameName, isSameRepository, type Repository } from '#domain/run/repository.ts';
import type { Run } from '#domain/run/run.ts';
import { newRun } from '#domain/run/transition/new-run.ts';

/**
 * The run as it stands in the repository that the event tells of: renamed, installed anew, transferred to another owner (then
 * somebody who may write there has to let it go on). Null when the event is of another repository that has the run's name now:
 * nobody there steers a run of this one. An issue that is labelled there begins anew, unless the old run goes on elsewhere.
 */
export function settleIn(run: Run, event: RunEvent): Run | null {
  if (!('repository' in event)) return run;
  const { repository } = event;
  if (isSameRepository(run.repository, repository)) return moved(run, repository);
  const goesOn = !isOver(run) && !isSameName(run.repository, repository);
  const fresh = event.type === 'issue-labelled' && !goesOn ? newRun(event) : null;
  return fresh === null ? null : { ...fresh, generation: run.generation + 1 };
}

function moved(run: Run, to: Repository): Run {
  const { owner, id, defaultBranch } = run.repository;
  const same = isSameName(run.repository, to) && id === to.id && run.repository.installationId === to.installationId;
  if (same) return run;
  const repository = { ...run.repository, ...to, defaultBranch };
  if (owner === to.owner || isOver(run) || run.paused !== null) return { ...run, repository };
  const paused = {
    by: 'MGE',
    reason: `the repository was transferred from ${owner} to ${to.owner}`,
    nextStep: 'Whoever may write here now types `/mge resume` to go on, or `/mge cancel`.',
    code: 'repository-transferred',
  };
  return { ...run, repository, paused };
}
