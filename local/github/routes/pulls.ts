import { z } from 'zod';
import { changeIssueState, editIssue } from '#local/github/actions/change-issue.ts';
import { mergePull } from '#local/github/actions/merge-pull.ts';
import { openPull } from '#local/github/actions/open-pull.ts';
import { readCommits } from '#local/github/git/commits.ts';
import { changedFiles, mergeBase } from '#local/github/git/compare.ts';
import { listReply } from '#local/github/http/paginate.ts';
import { repositoryRoute } from '#local/github/http/repository-route.ts';
import { numberParam, readBody, type Reply, type RepositoryCall } from '#local/github/http/route.ts';
import { presentCommit, presentFile } from '#local/github/present/commit.ts';
import { presentPull } from '#local/github/present/full-pull-request.ts';
import { presentPullSimple } from '#local/github/present/pull-request.ts';
import { findPull, isPullIssue } from '#local/github/state/find-issue.ts';
import type { PullIssue } from '#local/github/state/issue.ts';

const newSchema = z.object({
  title: z.string(),
  body: z.string().nullish(),
  head: z.string(),
  base: z.string(),
  draft: z.boolean().optional(),
});
const changeSchema = z.object({
  title: z.string().optional(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']).optional(),
});
const mergeSchema = z.object({
  merge_method: z.enum(['merge', 'squash']).optional(),
  commit_title: z.string().optional(),
});

const find = (call: RepositoryCall) => findPull(call.repository, numberParam(call, 'pull_number'));
const present = (call: RepositoryCall, issue: PullIssue) => presentPull(call.world, call.repository, issue);

function listPulls(call: RepositoryCall): Reply {
  const { world, repository, query } = call;
  const state = query.get('state') ?? 'open';
  const head = query.get('head');
  const base = query.get('base');
  const all = repository.issues
    .filter(isPullIssue)
    .filter(
      (issue) =>
        (state === 'all' || issue.state === state) &&
        (head === null || head === `${repository.owner}:${issue.pull.headRef}`) &&
        (base === null || base === issue.pull.baseRef),
    );
  const ordered = query.get('direction') === 'asc' ? all : all.toReversed();
  return listReply(call, '/repos/{owner}/{repo}/pulls', ordered, (issue) =>
    presentPullSimple(world, repository, issue),
  );
}

async function createPull(call: RepositoryCall): Promise<Reply> {
  const issue = await openPull(call.world, call.repository, call.actor, readBody(newSchema, call));
  return { status: 201, body: present(call, issue) };
}

function updatePull(call: RepositoryCall): Reply {
  const issue = find(call);
  const { state, ...text } = readBody(changeSchema, call);
  const sender = call.actor.user;
  editIssue(call.world, call.repository, issue, { sender, ...text });
  if (state) changeIssueState(call.world, call.repository, issue, { sender, state });
  return { status: 200, body: present(call, issue) };
}

async function listFiles(call: RepositoryCall): Promise<Reply> {
  const { pull } = find(call);
  const base = (await mergeBase(call.gitDir, pull.baseSha, pull.headSha)) ?? pull.baseSha;
  const files = await changedFiles(call.gitDir, base, pull.headSha);
  return listReply(call, '/repos/{owner}/{repo}/pulls/{pull_number}/files', files, (file) =>
    presentFile(call.world, call.repository, file, pull.headSha),
  );
}

async function listCommits(call: RepositoryCall): Promise<Reply> {
  const { pull } = find(call);
  const commits = await readCommits(call.gitDir, ['--reverse', `${pull.baseSha}..${pull.headSha}`]);
  return listReply(call, '/repos/{owner}/{repo}/pulls/{pull_number}/commits', commits, (commit) =>
    presentCommit(call.world, call.repository, commit),
  );
}

async function merge(call: RepositoryCall): Promise<Reply> {
  const { merge_method: method, commit_title: title } = readBody(mergeSchema, call);
  const sha = await mergePull(call.world, call.repository, find(call), { actor: call.actor, method, title });
  return { status: 200, body: { sha, merged: true, message: 'Pull Request successfully merged' } };
}

export const pullRoutes = [
  repositoryRoute('get', '/pulls', 'pull_requests:read', listPulls),
  repositoryRoute('post', '/pulls', 'pull_requests:write', createPull),
  repositoryRoute('get', '/pulls/{pull_number}', 'pull_requests:read', (call) => ({
    status: 200,
    body: present(call, find(call)),
  })),
  repositoryRoute('patch', '/pulls/{pull_number}', 'pull_requests:write', updatePull),
  repositoryRoute('get', '/pulls/{pull_number}/files', 'pull_requests:read', listFiles),
  repositoryRoute('get', '/pulls/{pull_number}/commits', 'pull_requests:read', listCommits),
  repositoryRoute('put', '/pulls/{pull_number}/merge', 'contents:write', merge),
];
