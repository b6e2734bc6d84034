import type { JsonObject } from '#local/github/json.ts';
import { presentApp } from '#local/github/present/app.ts';
import { associationOf } from '#local/github/present/association.ts';
import { presentLabels } from '#local/github/present/label.ts';
import { pageUrl, repositoryApiUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import { presentReactionCounts } from '#local/github/present/reaction.ts';
import { presentUser } from '#local/github/present/user.ts';
import { findUser } from '#local/github/state/find-user.ts';
import type { Issue } from '#local/github/state/issue.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { World } from '#local/github/world.ts';

function presentPullLinks(world: World, repository: Repository, issue: Issue): JsonObject {
  if (!issue.pull) return {};
  const page = pageUrl(world, repository, `/pull/${issue.number}`);
  const url = repositoryApiUrl(world, repository, `/pulls/${issue.number}`);
  const links = { url, html_url: page, diff_url: `${page}.diff`, patch_url: `${page}.patch` };
  return { draft: issue.pull.draft, pull_request: { ...links, merged_at: issue.pull.mergedAt } };
}

/** An issue (or a pull request as an issue) as `issue`. */
export function presentIssue(world: World, repository: Repository, issue: Issue): JsonObject {
  const url = repositoryApiUrl(world, repository, `/issues/${issue.number}`);
  const assignees = issue.assignees.flatMap((login) => findUser(world.state, login) ?? []);
  const first = assignees[0];
  return {
    id: issue.id,
    node_id: nodeId(issue.pull ? 'PullRequest' : 'Issue', issue.pull ? issue.pull.id : issue.id),
    url,
    repository_url: repositoryApiUrl(world, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: pageUrl(world, repository, `/${issue.pull ? 'pull' : 'issues'}/${issue.number}`),
    number: issue.number,
    state: issue.state,
    state_reason: issue.stateReason,
    title: issue.title,
    body: issue.body,
    user: presentUser(world, issue.author.user),
    labels: presentLabels(world, repository, issue.labels),
    assignee: first ? presentUser(world, first) : null,
    assignees: assignees.map((user) => presentUser(world, user)),
    milestone: null,
    locked: false,
    active_lock_reason: null,
    comments: issue.comments.length,
    ...presentPullLinks(world, repository, issue),
    closed_at: issue.closedAt,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_by: null,
    author_association: associationOf(repository, issue.author.user),
    reactions: presentReactionCounts(url, issue.reactions),
    performed_via_github_app: issue.author.viaApp ? presentApp(world) : null,
  };
}
