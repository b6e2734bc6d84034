import { changeCheckRun, createCheckRun } from '#local/github/actions/change-check-run.ts';
import { resolveSha } from '#local/github/git/refs.ts';
import { forbidden, notFound, unprocessable } from '#local/github/http/github-error.ts';
import { countedReply } from '#local/github/http/paginate.ts';
import { repositoryRoute } from '#local/github/http/repository-route.ts';
import { numberParam, param, readBody, type Reply, type RepositoryCall } from '#local/github/http/route.ts';
import { presentCheckRun } from '#local/github/present/check-run.ts';
import { changeSchema, newSchema, readChange } from '#local/github/routes/check-run-body.ts';
import type { CheckRun } from '#local/github/state/check.ts';

const find = (call: RepositoryCall): CheckRun => {
  const id = numberParam(call, 'check_run_id');
  const run = call.repository.checkRuns.find((known) => known.id === id);
  if (!run) throw notFound();
  return run;
};

const reply = (call: RepositoryCall, status: number, run: CheckRun): Reply => ({
  status,
  body: presentCheckRun(call.world, call.repository, run),
});

async function create(call: RepositoryCall): Promise<Reply> {
  const body = readBody(newSchema, call);
  if ((await resolveSha(call.gitDir, body.head_sha)) === null)
    throw unprocessable(`No commit found for SHA: ${body.head_sha}`);
  const wanted = { ...readChange(body), name: body.name, headSha: body.head_sha, createdBy: 'app' } as const;
  return reply(call, 201, createCheckRun(call.world, call.repository, call.actor.user, wanted));
}

function update(call: RepositoryCall): Reply {
  const run = find(call);
  if (run.createdBy !== 'app') throw forbidden();
  changeCheckRun(call.world, call.repository, call.actor.user, {
    run,
    change: readChange(readBody(changeSchema, call)),
  });
  return reply(call, 200, run);
}

async function listForRef(call: RepositoryCall): Promise<Reply> {
  const ref = param(call, 'ref');
  const sha = (await resolveSha(call.gitDir, `refs/heads/${ref}`)) ?? (await resolveSha(call.gitDir, ref));
  const name = call.query.get('check_name');
  const all = call.repository.checkRuns.filter((run) => run.headSha === sha && (name === null || run.name === name));
  const present = (run: CheckRun) => presentCheckRun(call.world, call.repository, run);
  return countedReply(call, {
    template: '/repos/{owner}/{repo}/commits/{ref}/check-runs',
    key: 'check_runs',
    all,
    present,
  });
}

export const checkRunRoutes = [
  repositoryRoute('post', '/check-runs', 'checks:write', create),
  repositoryRoute('get', '/check-runs/{check_run_id}', 'checks:read', (call) => reply(call, 200, find(call))),
  repositoryRoute('patch', '/check-runs/{check_run_id}', 'checks:write', update),
  repositoryRoute('get', '/commits/{ref}/check-runs', 'checks:read', listForRef),
];
