import { react } from '#local/github/actions/react.ts';
import { setThreadResolved } from '#local/github/actions/review-threads.ts';
import {
  checkWrite,
  findPullByNode,
  findThreadByNode,
  notResolved,
  type GraphqlContext,
} from '#local/github/graphql/nodes.ts';
import { presentGraphqlPull, presentThread } from '#local/github/graphql/present-pull.ts';
import { actorOf, coversRepository } from '#local/github/http/check-access.ts';
import { pullRequestEvent } from '#local/github/payloads/pull-request-events.ts';
import { nodeId, readNodeId } from '#local/github/present/node-id.ts';
import { isPullIssue } from '#local/github/state/find-issue.ts';
import type { Reaction } from '#local/github/state/comment.ts';

interface Input<T> {
  readonly input: T & { readonly clientMutationId?: string | null };
}

const contents: Readonly<Record<string, Reaction['content']>> = {
  THUMBS_UP: '+1',
  THUMBS_DOWN: '-1',
  LAUGH: 'laugh',
  CONFUSED: 'confused',
  HEART: 'heart',
  HOORAY: 'hooray',
  ROCKET: 'rocket',
  EYES: 'eyes',
};

/** Whatever a node id stands for that can be reacted to. */
function findReactions(context: GraphqlContext, id: string): Reaction[] {
  const node = readNodeId(id);
  for (const repository of context.world.state.repositories.filter((known) =>
    coversRepository(context.identity, known),
  )) {
    const comments = repository.issues.flatMap((issue) => issue.comments);
    const lines = repository.issues.filter(isPullIssue).flatMap(({ pull }) => pull.reviewComments);
    const kinds: Readonly<Record<string, readonly { readonly id: number; readonly reactions: Reaction[] }[]>> = {
      IssueComment: comments,
      PullRequestReviewComment: lines,
      PullRequestReview: repository.issues.filter(isPullIssue).flatMap(({ pull }) => pull.reviews),
      Issue: repository.issues,
      PullRequest: repository.issues.filter(isPullIssue).map(({ pull, reactions }) => ({ id: pull.id, reactions })),
    };
    const found = kinds[node.kind]?.find((known) => String(known.id) === node.id);
    if (found) {
      checkWrite(context, repository, node.kind.startsWith('Issue') ? 'issues' : 'pull_requests');
      return found.reactions;
    }
  }
  throw notResolved(id);
}

/** The fields of `Mutation`. */
export function resolveMutation(context: GraphqlContext) {
  const { world } = context;
  const sender = actorOf(world, context.identity).user;
  const setResolved = ({ input }: Input<{ readonly threadId: string }>, resolved: boolean) => {
    const { thread, ...pull } = findThreadByNode(context, input.threadId);
    checkWrite(context, pull.repository, 'pull_requests');
    setThreadResolved(world, pull, sender, { thread, resolved });
    return { clientMutationId: input.clientMutationId ?? null, thread: presentThread(world, pull, thread) };
  };
  const setDraft = ({ input }: Input<{ readonly pullRequestId: string }>, draft: boolean) => {
    const pull = findPullByNode(context, input.pullRequestId);
    checkWrite(context, pull.repository, 'pull_requests');
    if (pull.issue.pull.draft !== draft) {
      pull.issue.pull.draft = draft;
      const action = draft ? 'converted_to_draft' : 'ready_for_review';
      world.emit(pullRequestEvent(world, { ...pull, sender, action }));
    }
    return { clientMutationId: input.clientMutationId ?? null, pullRequest: presentGraphqlPull(world, pull) };
  };
  return {
    resolveReviewThread: (given: Input<{ readonly threadId: string }>) => setResolved(given, true),
    unresolveReviewThread: (given: Input<{ readonly threadId: string }>) => setResolved(given, false),
    markPullRequestReadyForReview: (given: Input<{ readonly pullRequestId: string }>) => setDraft(given, false),
    convertPullRequestToDraft: (given: Input<{ readonly pullRequestId: string }>) => setDraft(given, true),
    addReaction: ({ input }: Input<{ readonly subjectId: string; readonly content: string }>) => {
      const { reaction } = react(
        world,
        findReactions(context, input.subjectId),
        sender,
        contents[input.content] ?? 'eyes',
      );
      const shown = { id: nodeId('Reaction', reaction.id), databaseId: reaction.id, content: input.content };
      return { clientMutationId: input.clientMutationId ?? null, reaction: shown };
    },
  };
}
