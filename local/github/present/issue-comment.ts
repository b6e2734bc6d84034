import type { JsonObject } from '#local/github/json.ts';
import { presentApp } from '#local/github/present/app.ts';
import { associationOf } from '#local/github/present/association.ts';
import { pageUrl, repositoryApiUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import { presentReactionCounts } from '#local/github/present/reaction.ts';
import { presentUser } from '#local/github/present/user.ts';
import type { Comment } from '#local/github/state/comment.ts';
import type { Issue } from '#local/github/state/issue.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { World } from '#local/github/world.ts';

/** A comment in an issue's or pull request's conversation as `issue-comment`. */
export function presentIssueComment(world: World, repository: Repository, issue: Issue, comment: Comment): JsonObject {
  const url = repositoryApiUrl(world, repository, `/issues/comments/${comment.id}`);
  const page = pageUrl(world, repository, `/${issue.pull ? 'pull' : 'issues'}/${issue.number}`);
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url,
    html_url: `${page}#issuecomment-${comment.id}`,
    issue_url: repositoryApiUrl(world, repository, `/issues/${issue.number}`),
    body: comment.body,
    user: presentUser(world, comment.author.user),
    author_association: associationOf(repository, comment.author.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    reactions: presentReactionCounts(url, comment.reactions),
    performed_via_github_app: comment.author.viaApp ? presentApp(world) : null,
  };
}
