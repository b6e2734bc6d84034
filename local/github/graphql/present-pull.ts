import { connect, type PageArguments } from '#local/github/graphql/connection.ts';
import type { FoundPull } from '#local/github/graphql/nodes.ts';
import { pageUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import { findUser } from '#local/github/state/find-user.ts';
import type { ReviewComment, ReviewThread } from '#local/github/state/pull-request.ts';
import type { User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

/** GraphQL leaves the `[bot]` out of a bot's login. */
function presentActor(world: World, user: User) {
  const login = user.type === 'Bot' ? user.login.replace(/\[bot\]$/, '') : user.login;
  return {
    __typename: user.type === 'Bot' ? 'Bot' : 'User',
    id: nodeId(user.type, user.id),
    login,
    databaseId: user.id,
    url: `${world.url}/${user.type === 'Bot' ? 'apps/' : ''}${login}`,
  };
}

function presentComment(world: World, { repository, issue }: FoundPull, comment: ReviewComment) {
  return {
    __typename: 'PullRequestReviewComment',
    id: nodeId('PullRequestReviewComment', comment.id),
    databaseId: comment.id,
    fullDatabaseId: String(comment.id),
    body: comment.body,
    path: comment.path,
    author: presentActor(world, comment.author.user),
    createdAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    url: pageUrl(world, repository, `/pull/${issue.number}#discussion_r${comment.id}`),
  };
}

/** A conversation on a line as `PullRequestReviewThread`. */
export function presentThread(world: World, pull: FoundPull, thread: ReviewThread) {
  const comments = pull.issue.pull.reviewComments.filter(
    (comment) => comment.id === thread.rootId || comment.inReplyTo === thread.rootId,
  );
  const root = comments[0];
  const resolver = thread.resolvedBy === null ? undefined : findUser(world.state, thread.resolvedBy);
  return {
    __typename: 'PullRequestReviewThread',
    id: nodeId('PullRequestReviewThread', thread.id),
    isResolved: thread.resolvedBy !== null,
    isOutdated: root?.subject === 'line' && root.line === null,
    path: root?.path ?? '',
    line: root?.line ?? null,
    resolvedBy: resolver ? presentActor(world, resolver) : null,
    comments: (page: PageArguments) => connect(comments, page, (comment) => presentComment(world, pull, comment)),
  };
}

/** A pull request as `PullRequest`. */
export function presentGraphqlPull(world: World, found: FoundPull) {
  const { repository, issue } = found;
  const { pull } = issue;
  return {
    __typename: 'PullRequest',
    id: nodeId('PullRequest', pull.id),
    databaseId: pull.id,
    number: issue.number,
    title: issue.title,
    body: issue.body ?? '',
    isDraft: pull.draft,
    headRefName: pull.headRef,
    headRefOid: pull.headSha,
    url: pageUrl(world, repository, `/pull/${issue.number}`),
    reviewThreads: (page: PageArguments) =>
      connect(pull.threads, page, (thread) => presentThread(world, found, thread)),
  };
}
