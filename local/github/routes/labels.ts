import { z } from 'zod';
import { addLabels, createLabel, removeLabels } from '#local/github/actions/label-issue.ts';
import { GitHubError } from '#local/github/http/github-error.ts';
import { listReply } from '#local/github/http/paginate.ts';
import { repositoryRoute } from '#local/github/http/repository-route.ts';
import { numberParam, param, readBody, type Reply, type RepositoryCall } from '#local/github/http/route.ts';
import { presentLabel, presentLabels } from '#local/github/present/label.ts';
import { findIssue } from '#local/github/state/find-issue.ts';

const newSchema = z.object({ name: z.string(), color: z.string().optional(), description: z.string().optional() });
const namesSchema = z.union([z.object({ labels: z.array(z.string()) }), z.array(z.string())]);
const ofIssue = '/issues/{issue_number}/labels';

function listLabels(call: RepositoryCall): Reply {
  const { world, repository } = call;
  return listReply(call, '/repos/{owner}/{repo}/labels', repository.labels, (label) =>
    presentLabel(world, repository, label),
  );
}

function getLabel(call: RepositoryCall): Reply {
  const label = call.repository.labels.find((known) => known.name === param(call, 'name'));
  if (!label) throw new GitHubError(404, 'Not Found');
  return { status: 200, body: presentLabel(call.world, call.repository, label) };
}

function makeLabel(call: RepositoryCall): Reply {
  const { name, color, description } = readBody(newSchema, call);
  const wanted = { name, ...(color === undefined ? {} : { color }), description: description ?? null };
  const label = createLabel(call.world, call.repository, wanted);
  return { status: 201, body: presentLabel(call.world, call.repository, label) };
}

function presentAll({ world, repository }: RepositoryCall, names: readonly string[]): Reply {
  return { status: 200, body: presentLabels(world, repository, names) };
}

function listIssueLabels(call: RepositoryCall): Reply {
  return presentAll(call, findIssue(call.repository, numberParam(call, 'issue_number')).labels);
}

function addIssueLabels(call: RepositoryCall): Reply {
  const issue = findIssue(call.repository, numberParam(call, 'issue_number'));
  const wanted = readBody(namesSchema, call);
  const names = 'labels' in wanted ? wanted.labels : wanted;
  addLabels(call.world, call.repository, issue, { sender: call.actor.user, names });
  return presentAll(call, issue.labels);
}

function removeIssueLabel(call: RepositoryCall): Reply {
  const issue = findIssue(call.repository, numberParam(call, 'issue_number'));
  const name = param(call, 'name');
  if (!issue.labels.includes(name)) throw new GitHubError(404, 'Label does not exist');
  removeLabels(call.world, call.repository, issue, { sender: call.actor.user, names: [name] });
  return presentAll(call, issue.labels);
}

export const labelRoutes = [
  repositoryRoute('get', '/labels', 'issues|pull_requests:read', listLabels),
  repositoryRoute('post', '/labels', 'issues|pull_requests:write', makeLabel),
  repositoryRoute('get', '/labels/{name}', 'issues|pull_requests:read', getLabel),
  repositoryRoute('get', ofIssue, 'issues|pull_requests:read', listIssueLabels),
  repositoryRoute('post', ofIssue, 'issues|pull_requests:write', addIssueLabels),
  repositoryRoute('delete', `${ofIssue}/{name}`, 'issues|pull_requests:write', removeIssueLabel),
];
