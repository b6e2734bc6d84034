import { presentCheckRun } from '#local/github/present/check-run.ts';
import { repositoryApiUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import type { CheckRun } from '#local/github/state/check.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { User } from '#local/github/state/user.ts';
import type { WebhookEvent, World } from '#local/github/world.ts';

/** `check_run`: a check was made or completed. */
export function checkRunEvent(
  world: World,
  {
    repository,
    run,
    sender,
    action,
  }: {
    readonly repository: Repository;
    readonly run: CheckRun;
    readonly sender: User;
    readonly action: 'created' | 'completed';
  },
): WebhookEvent {
  const presented = presentCheckRun(world, repository, run);
  const pull = repository.issues.find((issue) => issue.pull?.headSha === run.headSha)?.pull;
  const suite = {
    id: run.suiteId,
    node_id: nodeId('CheckSuite', run.suiteId),
    head_branch: pull?.headRef ?? repository.defaultBranch,
    head_sha: run.headSha,
    status: run.status,
    conclusion: run.conclusion,
    url: repositoryApiUrl(world, repository, `/check-suites/${run.suiteId}`),
    before: null,
    after: run.headSha,
    pull_requests: presented['pull_requests'],
    app: presented['app'],
    created_at: run.startedAt,
    updated_at: run.completedAt ?? run.startedAt,
  };
  const body = { check_run: { ...presented, check_suite: suite } };
  return { name: 'check_run', action, repository, sender, body };
}
