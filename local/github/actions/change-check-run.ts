import { checkRunEvent } from '#local/github/payloads/check-run-event.ts';
import type { CheckRun } from '#local/github/state/check.ts';
import type { Repository } from '#local/github/state/repository.ts';
import { nextId } from '#local/github/state/state.ts';
import type { User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

export type CheckRunChange = Partial<Omit<CheckRun, 'id' | 'suiteId' | 'createdBy' | 'headSha'>>;

function finish(world: World, run: CheckRun): void {
  if (run.conclusion !== null) run.status = 'completed';
  if (run.status === 'completed') run.completedAt ??= world.now();
}

export interface NewCheckRun extends CheckRunChange {
  readonly name: string;
  readonly headSha: string;
  readonly createdBy: CheckRun['createdBy'];
  readonly suiteId?: number;
}

/** Makes a check run on a commit: `created`, and `completed` when it comes with its conclusion. */
export function createCheckRun(world: World, repository: Repository, sender: User, wanted: NewCheckRun): CheckRun {
  const suite = repository.checkRuns.find(
    (known) => known.headSha === wanted.headSha && known.createdBy === wanted.createdBy,
  );
  const run: CheckRun = {
    status: 'queued',
    conclusion: null,
    externalId: null,
    detailsUrl: null,
    startedAt: world.now(),
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    annotations: [],
    ...wanted,
    id: nextId(world.state),
    suiteId: wanted.suiteId ?? suite?.suiteId ?? nextId(world.state),
  };
  finish(world, run);
  repository.checkRuns.push(run);
  world.emit(checkRunEvent(world, { repository, run, sender, action: 'created' }));
  if (run.status === 'completed') world.emit(checkRunEvent(world, { repository, run, sender, action: 'completed' }));
  return run;
}

/** Changes a check run; annotations add to those it has. */
export function changeCheckRun(
  world: World,
  repository: Repository,
  sender: User,
  { run, change }: { run: CheckRun; change: CheckRunChange },
): void {
  const wasCompleted = run.status === 'completed';
  const { annotations = [], ...fields } = change;
  Object.assign(run, fields);
  run.annotations.push(...annotations);
  finish(world, run);
  if (!wasCompleted && run.status === 'completed') {
    world.emit(checkRunEvent(world, { repository, run, sender, action: 'completed' }));
  }
}
