import type { JsonObject } from '#local/github/json.ts';
import { presentPullSimple } from '#local/github/present/pull-request.ts';
import { presentUser } from '#local/github/present/user.ts';
import type { PullIssue } from '#local/github/state/issue.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { World } from '#local/github/world.ts';

/** A pull request as `pull-request`, with what is counted and merged. */
export function presentPull(world: World, repository: Repository, issue: PullIssue): JsonObject {
  const { pull } = issue;
  const { statistics } = pull;
  return {
    ...presentPullSimple(world, repository, issue),
    merged: pull.mergedAt !== null,
    mergeable: pull.mergedAt === null ? statistics.mergeable : null,
    rebaseable: pull.mergedAt === null ? statistics.mergeable : null,
    mergeable_state: statistics.mergeable ? 'clean' : 'dirty',
    merged_by: pull.mergedBy ? presentUser(world, pull.mergedBy) : null,
    comments: issue.comments.length,
    review_comments: pull.reviewComments.length,
    maintainer_can_modify: false,
    commits: statistics.commits,
    additions: statistics.additions,
    deletions: statistics.deletions,
    changed_files: statistics.changedFiles,
  };
}
