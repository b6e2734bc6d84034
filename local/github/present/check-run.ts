import type { JsonObject } from '#local/github/json.ts';
import { presentActionsApp, presentApp } from '#local/github/present/app.ts';
import { pageUrl, repositoryApiUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import type { CheckRun } from '#local/github/state/check.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { World } from '#local/github/world.ts';

/** The open pull requests whose head a run or check is about, as GitHub links them. */
export function presentPullLinks(world: World, repository: Repository, sha: string): JsonObject[] {
  const repo = {
    id: repository.id,
    url: repositoryApiUrl(world, repository),
    name: repository.name,
  };
  return repository.issues.flatMap(({ number, state, pull }) => {
    if (!pull || state === 'closed' || pull.headSha !== sha) return [];
    const url = repositoryApiUrl(world, repository, `/pulls/${number}`);
    const head = { ref: pull.headRef, sha: pull.headSha, repo };
    return [{ id: pull.id, number, url, head, base: { ref: pull.baseRef, sha: pull.baseSha, repo } }];
  });
}

/** A check run as `check-run`. */
export function presentCheckRun(world: World, repository: Repository, run: CheckRun): JsonObject {
  const url = repositoryApiUrl(world, repository, `/check-runs/${run.id}`);
  return {
    id: run.id,
    node_id: nodeId('CheckRun', run.id),
    head_sha: run.headSha,
    external_id: run.externalId ?? '',
    url,
    html_url: pageUrl(world, repository, `/runs/${run.id}`),
    details_url: run.detailsUrl ?? world.url,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    name: run.name,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.suiteId },
    app: run.createdBy === 'app' ? presentApp(world) : presentActionsApp(world),
    pull_requests: presentPullLinks(world, repository, run.headSha),
  };
}
