import { GraphQLError } from 'graphql';
import { coversRepository, tokenAllows } from '#local/github/http/check-access.ts';
import type { Identity } from '#local/github/http/identity.ts';
import { readNodeId } from '#local/github/present/node-id.ts';
import { isPullIssue } from '#local/github/state/find-issue.ts';
import type { PullIssue } from '#local/github/state/issue.ts';
import type { ReviewThread } from '#local/github/state/pull-request.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { World } from '#local/github/world.ts';

export interface GraphqlContext {
  readonly world: World;
  readonly identity: Identity;
}

export interface FoundPull {
  readonly repository: Repository;
  readonly issue: PullIssue;
}

/** GitHub's answer for an id that is wrong or not to be seen. */
export function notResolved(id: string): GraphQLError {
  const extensions = { type: 'NOT_FOUND' };
  return new GraphQLError(`Could not resolve to a node with the global id of '${id}'`, { extensions });
}

/** Refuses a write that the token's permissions do not cover. */
export function checkWrite({ identity }: GraphqlContext, repository: Repository, name: string): void {
  const allowed = identity.kind !== 'installation' || tokenAllows(identity.token, name, 'write');
  if (allowed && coversRepository(identity, repository)) return;
  throw new GraphQLError('Resource not accessible by integration', { extensions: { type: 'FORBIDDEN' } });
}

/** All pull requests that the caller sees. */
function visiblePulls({ world, identity }: GraphqlContext): FoundPull[] {
  return world.state.repositories
    .filter((repository) => coversRepository(identity, repository))
    .flatMap((repository) => repository.issues.filter(isPullIssue).map((issue) => ({ repository, issue })));
}

export function findPullByNode(context: GraphqlContext, id: string): FoundPull {
  const node = readNodeId(id);
  const found = visiblePulls(context).find(
    ({ issue }) => node.kind === 'PullRequest' && String(issue.pull.id) === node.id,
  );
  if (!found) throw notResolved(id);
  return found;
}

export function findThreadByNode(context: GraphqlContext, id: string): FoundPull & { readonly thread: ReviewThread } {
  const node = readNodeId(id);
  for (const { repository, issue } of visiblePulls(context)) {
    const thread = issue.pull.threads.find(
      (known) => node.kind === 'PullRequestReviewThread' && String(known.id) === node.id,
    );
    if (thread) return { repository, issue, thread };
  }
  throw notResolved(id);
}
