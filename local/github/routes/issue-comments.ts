import { z } from 'zod';
import { addComment, deleteComment, editComment } from '#local/github/actions/change-comment.ts';
import { forbidden } from '#local/github/http/github-error.ts';
import { listReply } from '#local/github/http/paginate.ts';
import { repositoryRoute } from '#local/github/http/repository-route.ts';
import { numberParam, readBody, type Reply, type RepositoryCall } from '#local/github/http/route.ts';
import { presentIssueComment } from '#local/github/present/issue-comment.ts';
import { findComment, findIssue } from '#local/github/state/find-issue.ts';
import type { Comment } from '#local/github/state/comment.ts';

const bodySchema = z.object({ body: z.string() });
const path = '/issues/{issue_number}/comments';

function listComments(call: RepositoryCall): Reply {
  const { world, repository } = call;
  const issue = findIssue(repository, numberParam(call, 'issue_number'));
  const since = call.query.get('since') ?? '';
  const all = issue.comments.filter((comment) => comment.updatedAt >= since);
  const present = (comment: Comment) => presentIssueComment(world, repository, issue, comment);
  return listReply(call, `/repos/{owner}/{repo}${path}`, all, present);
}

function createComment(call: RepositoryCall): Reply {
  const { world, repository, actor } = call;
  const issue = findIssue(repository, numberParam(call, 'issue_number'));
  const comment = addComment(world, { repository, issue }, actor, readBody(bodySchema, call).body);
  return { status: 201, body: presentIssueComment(world, repository, issue, comment) };
}

function getComment(call: RepositoryCall): Reply {
  const { issue, comment } = findComment(call.repository, numberParam(call, 'comment_id'));
  return { status: 200, body: presentIssueComment(call.world, call.repository, issue, comment) };
}

/** A person without write permission changes only what is theirs. */
function checkOwner(call: RepositoryCall, comment: Comment): void {
  const level = call.repository.permissions[call.actor.user.login];
  const mayAll = call.actor.viaApp || level === 'admin' || level === 'write';
  if (!mayAll && comment.author.user.id !== call.actor.user.id) throw forbidden();
}

function updateComment(call: RepositoryCall): Reply {
  const { world, repository } = call;
  const { issue, comment } = findComment(repository, numberParam(call, 'comment_id'));
  checkOwner(call, comment);
  editComment(world, { repository, issue, comment }, call.actor.user, readBody(bodySchema, call).body);
  return { status: 200, body: presentIssueComment(world, repository, issue, comment) };
}

function removeComment(call: RepositoryCall): Reply {
  const { world, repository } = call;
  const { issue, comment } = findComment(repository, numberParam(call, 'comment_id'));
  checkOwner(call, comment);
  deleteComment(world, { repository, issue, comment }, call.actor.user);
  return { status: 204 };
}

export const issueCommentRoutes = [
  repositoryRoute('get', path, 'issues|pull_requests:read', listComments),
  repositoryRoute('post', path, 'issues|pull_requests:write', createComment),
  repositoryRoute('get', '/issues/comments/{comment_id}', 'issues|pull_requests:read', getComment),
  repositoryRoute('patch', '/issues/comments/{comment_id}', 'issues|pull_requests:write', updateComment),
  repositoryRoute('delete', '/issues/comments/{comment_id}', 'issues|pull_requests:write', removeComment),
];
