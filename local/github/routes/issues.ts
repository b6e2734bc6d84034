import { z } from 'zod';
import { changeIssueState, editIssue, openIssue } from '#local/github/actions/change-issue.ts';
import { addLabels, removeLabels } from '#local/github/actions/label-issue.ts';
import { listReply } from '#local/github/http/paginate.ts';
import { repositoryRoute } from '#local/github/http/repository-route.ts';
import { numberParam, readBody, type Reply, type RepositoryCall } from '#local/github/http/route.ts';
import { presentIssue } from '#local/github/present/issue.ts';
import { findIssue } from '#local/github/state/find-issue.ts';

const newSchema = z.object({
  title: z.string().min(1),
  body: z.string().nullish(),
  labels: z.array(z.string()).optional(),
  assignees: z.array(z.string()).optional(),
});
const changeSchema = z.object({
  title: z.string().optional(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']).optional(),
  state_reason: z.enum(['completed', 'not_planned', 'reopened']).nullish(),
  labels: z.array(z.string()).optional(),
  assignees: z.array(z.string()).optional(),
});

function listIssues(call: RepositoryCall): Reply {
  const { world, repository, query } = call;
  const state = query.get('state') ?? 'open';
  const labels = (query.get('labels') ?? '').split(',').filter((name) => name !== '');
  const since = query.get('since') ?? '';
  const all = repository.issues.filter(
    (issue) =>
      (state === 'all' || issue.state === state) &&
      labels.every((name) => issue.labels.includes(name)) &&
      issue.updatedAt >= since &&
      (query.get('creator') ?? issue.author.user.login) === issue.author.user.login,
  );
  const newestFirst = query.get('direction') === 'asc' ? all : all.toReversed();
  return listReply(call, '/repos/{owner}/{repo}/issues', newestFirst, (issue) =>
    presentIssue(world, repository, issue),
  );
}

function getIssue(call: RepositoryCall): Reply {
  const issue = findIssue(call.repository, numberParam(call, 'issue_number'));
  return { status: 200, body: presentIssue(call.world, call.repository, issue) };
}

function createIssue(call: RepositoryCall): Reply {
  const issue = openIssue(call.world, call.repository, call.actor, readBody(newSchema, call));
  return { status: 201, body: presentIssue(call.world, call.repository, issue) };
}

function updateIssue(call: RepositoryCall): Reply {
  const { world, repository } = call;
  const issue = findIssue(repository, numberParam(call, 'issue_number'));
  const { title, body, state, state_reason: reason, labels, assignees } = readBody(changeSchema, call);
  const sender = call.actor.user;
  editIssue(world, repository, issue, { sender, title, body });
  if (labels) {
    removeLabels(world, repository, issue, { sender, names: issue.labels.filter((name) => !labels.includes(name)) });
    addLabels(world, repository, issue, { sender, names: labels });
  }
  if (assignees) issue.assignees = [...assignees];
  if (state) changeIssueState(world, repository, issue, { sender, state, reason });
  return { status: 200, body: presentIssue(world, repository, issue) };
}

export const issueRoutes = [
  repositoryRoute('get', '/issues', 'issues:read', listIssues),
  repositoryRoute('post', '/issues', 'issues:write', createIssue),
  repositoryRoute('get', '/issues/{issue_number}', 'issues|pull_requests:read', getIssue),
  repositoryRoute('patch', '/issues/{issue_number}', 'issues|pull_requests:write', updateIssue),
];
