import type { JsonObject } from '#local/github/json.ts';
import { associationOf } from '#local/github/present/association.ts';
import { presentLabels } from '#local/github/present/label.ts';
import { pageUrl, repositoryApiUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import { presentRepository } from '#local/github/present/repository.ts';
import { presentUser } from '#local/github/present/user.ts';
import { ensureUser } from '#local/github/state/find-user.ts';
import type { PullIssue } from '#local/github/state/issue.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { World } from '#local/github/world.ts';

function presentSide(world: World, repository: Repository, ref: string, sha: string): JsonObject {
  const owner = ensureUser(world.state, repository.owner, 'Organization');
  const presented = presentRepository(world, repository);
  const merging = { allow_squash_merge: true, allow_merge_commit: true, allow_rebase_merge: true };
  const rules = { allow_auto_merge: false, allow_update_branch: false, delete_branch_on_merge: false };
  const repo = { ...presented, ...merging, ...rules };
  return { label: `${repository.owner}:${ref}`, ref, sha, user: presentUser(world, owner), repo };
}

function presentAddresses(world: World, repository: Repository, number: number) {
  const url = repositoryApiUrl(world, repository, `/pulls/${number}`);
  const issue = repositoryApiUrl(world, repository, `/issues/${number}`);
  const page = pageUrl(world, repository, `/pull/${number}`);
  return {
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: repositoryApiUrl(world, repository, '/pulls/comments{/number}'),
    comments_url: `${issue}/comments`,
  };
}

function presentLinks(world: World, repository: Repository, pull: PullIssue): JsonObject {
  const of = presentAddresses(world, repository, pull.number);
  const href = (key: keyof typeof of) => ({ href: of[key] });
  return {
    self: href('url'),
    html: href('html_url'),
    issue: href('issue_url'),
    comments: href('comments_url'),
    review_comments: href('review_comments_url'),
    review_comment: href('review_comment_url'),
    commits: href('commits_url'),
    statuses: { href: repositoryApiUrl(world, repository, `/statuses/${pull.pull.headSha}`) },
  };
}

/** A pull request as `pull-request-simple`, for lists. */
export function presentPullSimple(world: World, repository: Repository, issue: PullIssue): JsonObject {
  const { pull } = issue;
  return {
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    ...presentAddresses(world, repository, issue.number),
    statuses_url: repositoryApiUrl(world, repository, `/statuses/${pull.headSha}`),
    number: issue.number,
    state: issue.state,
    locked: false,
    active_lock_reason: null,
    title: issue.title,
    user: presentUser(world, issue.author.user),
    body: issue.body,
    labels: presentLabels(world, repository, issue.labels),
    milestone: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    draft: pull.draft,
    head: presentSide(world, repository, pull.headRef, pull.headSha),
    base: presentSide(world, repository, pull.baseRef, pull.baseSha),
    _links: presentLinks(world, repository, issue),
    author_association: associationOf(repository, issue.author.user),
    auto_merge: null,
  };
}
