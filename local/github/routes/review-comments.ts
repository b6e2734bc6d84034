import { z } from 'zod';
import { checkBody } from '#local/github/actions/change-comment.ts';
import { addSingleComment } from '#local/github/actions/single-comment.ts';
import { replyInThread } from '#local/github/actions/review-threads.ts';
import { unprocessable } from '#local/github/http/github-error.ts';
import { listReply } from '#local/github/http/paginate.ts';
import { repositoryRoute } from '#local/github/http/repository-route.ts';
import { numberParam, readBody, type Reply, type RepositoryCall } from '#local/github/http/route.ts';
import { reviewCommentEvent } from '#local/github/payloads/pull-request-events.ts';
import { presentReviewComment } from '#local/github/present/review-comment.ts';
import { findPull, findReviewComment } from '#local/github/state/find-issue.ts';

const newSchema = z.object({
  body: z.string(),
  commit_id: z.string(),
  path: z.string(),
  line: z.number().optional(),
  side: z.enum(['LEFT', 'RIGHT']).optional(),
  start_line: z.number().optional(),
  subject_type: z.enum(['line', 'file']).default('line'),
});
const bodySchema = z.object({ body: z.string() });
const ofPull = '/pulls/{pull_number}/comments';

function listComments(call: RepositoryCall): Reply {
  const issue = findPull(call.repository, numberParam(call, 'pull_number'));
  const since = call.query.get('since') ?? '';
  const all = issue.pull.reviewComments.filter((comment) => comment.updatedAt >= since);
  return listReply(call, `/repos/{owner}/{repo}${ofPull}`, all, (comment) =>
    presentReviewComment(call.world, call.repository, issue, comment),
  );
}

async function createComment(call: RepositoryCall): Promise<Reply> {
  const { world, repository, actor } = call;
  const issue = findPull(repository, numberParam(call, 'pull_number'));
  const { body, path, commit_id: commitId, subject_type: subject, ...at } = readBody(newSchema, call);
  if (subject === 'line' && at.line === undefined) throw unprocessable('line is required for a comment on a line');
  const place =
    subject === 'file' || at.line === undefined ? null : { line: at.line, side: at.side, startLine: at.start_line };
  const comment = await addSingleComment(world, { repository, issue }, actor, { body, path, commitId, place });
  return { status: 201, body: presentReviewComment(world, repository, issue, comment) };
}

function getComment(call: RepositoryCall): Reply {
  const { issue, comment } = findReviewComment(call.repository, numberParam(call, 'comment_id'));
  return { status: 200, body: presentReviewComment(call.world, call.repository, issue, comment) };
}

function updateComment(call: RepositoryCall): Reply {
  const { world, repository } = call;
  const { issue, comment } = findReviewComment(repository, numberParam(call, 'comment_id'));
  const { body } = readBody(bodySchema, call);
  checkBody(body, 'PullRequestReviewComment');
  const from = comment.body;
  comment.body = body;
  comment.updatedAt = world.now();
  world.emit(
    reviewCommentEvent(world, { repository, issue, sender: call.actor.user, comment, action: 'edited', from }),
  );
  return { status: 200, body: presentReviewComment(world, repository, issue, comment) };
}

function reply(call: RepositoryCall): Reply {
  const { world, repository, actor } = call;
  const issue = findPull(repository, numberParam(call, 'pull_number'));
  const { body } = readBody(bodySchema, call);
  const comment = replyInThread(world, { repository, issue }, actor, { to: numberParam(call, 'comment_id'), body });
  return { status: 201, body: presentReviewComment(world, repository, issue, comment) };
}

export const reviewCommentRoutes = [
  repositoryRoute('get', ofPull, 'pull_requests:read', listComments),
  repositoryRoute('post', ofPull, 'pull_requests:write', createComment),
  repositoryRoute('get', '/pulls/comments/{comment_id}', 'pull_requests:read', getComment),
  repositoryRoute('patch', '/pulls/comments/{comment_id}', 'pull_requests:write', updateComment),
  repositoryRoute('post', `${ofPull}/{comment_id}/replies`, 'pull_requests:write', reply),
];
