import { z } from 'zod';
import { react } from '#local/github/actions/react.ts';
import { listReply } from '#local/github/http/paginate.ts';
import { notFound } from '#local/github/http/github-error.ts';
import { repositoryRoute } from '#local/github/http/repository-route.ts';
import { numberParam, readBody, type RepositoryCall, type Route } from '#local/github/http/route.ts';
import { presentReaction } from '#local/github/present/reaction.ts';
import { findComment, findIssue, findReviewComment } from '#local/github/state/find-issue.ts';
import { reactionContents, type Reaction } from '#local/github/state/comment.ts';

const schema = z.object({ content: z.enum(reactionContents) });

/** List, add and take back reactions on one kind of thing. */
function reactionRoutesOf(path: string, permission: string, find: (call: RepositoryCall) => Reaction[]): Route[] {
  const remove = (call: RepositoryCall) => {
    const reactions = find(call);
    const id = numberParam(call, 'reaction_id');
    const index = reactions.findIndex((reaction) => reaction.id === id);
    if (index < 0) throw notFound();
    reactions.splice(index, 1);
    return { status: 204 };
  };
  const add = (call: RepositoryCall) => {
    const { reaction, created } = react(call.world, find(call), call.actor.user, readBody(schema, call).content);
    return { status: created ? 201 : 200, body: presentReaction(call.world, reaction) };
  };
  const list = (call: RepositoryCall) => {
    const content = call.query.get('content');
    const all = find(call).filter((reaction) => content === null || reaction.content === content);
    return listReply(call, `/repos/{owner}/{repo}${path}`, all, (reaction) => presentReaction(call.world, reaction));
  };
  return [
    repositoryRoute('get', path, `${permission}:read`, list),
    repositoryRoute('post', path, `${permission}:write`, add),
    repositoryRoute('delete', `${path}/{reaction_id}`, `${permission}:write`, remove),
  ];
}

const conversation = 'issues|pull_requests';

export const reactionRoutes: readonly Route[] = [
  ...reactionRoutesOf(
    '/issues/{issue_number}/reactions',
    conversation,
    (call) => findIssue(call.repository, numberParam(call, 'issue_number')).reactions,
  ),
  ...reactionRoutesOf(
    '/issues/comments/{comment_id}/reactions',
    conversation,
    (call) => findComment(call.repository, numberParam(call, 'comment_id')).comment.reactions,
  ),
  ...reactionRoutesOf(
    '/pulls/comments/{comment_id}/reactions',
    'pull_requests',
    (call) => findReviewComment(call.repository, numberParam(call, 'comment_id')).comment.reactions,
  ),
];
