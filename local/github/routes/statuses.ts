import { z } from 'zod';
import { resolveSha } from '#local/github/git/refs.ts';
import { notFound, unprocessable } from '#local/github/http/github-error.ts';
import { repositoryRoute } from '#local/github/http/repository-route.ts';
import { param, readBody, type Reply, type RepositoryCall } from '#local/github/http/route.ts';
import type { JsonObject } from '#local/github/json.ts';
import { repositoryApiUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import { presentRepository } from '#local/github/present/repository.ts';
import { presentUser } from '#local/github/present/user.ts';
import type { CommitStatus } from '#local/github/state/check.ts';
import { findUser } from '#local/github/state/find-user.ts';
import { nextId } from '#local/github/state/state.ts';

const schema = z.object({
  state: z.enum(['error', 'failure', 'pending', 'success']),
  target_url: z.string().nullish(),
  description: z.string().nullish(),
  context: z.string().default('default'),
});

function presentStatus(call: RepositoryCall, status: CommitStatus): JsonObject {
  const { world, repository } = call;
  const creator = findUser(world.state, status.creator);
  return {
    id: status.id,
    node_id: nodeId('Status', status.id),
    url: repositoryApiUrl(world, repository, `/statuses/${status.sha}`),
    avatar_url: `${world.url}/avatars/${creator?.id ?? 0}`,
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    creator: creator ? presentUser(world, creator) : null,
  };
}

async function createStatus(call: RepositoryCall): Promise<Reply> {
  const sha = param(call, 'sha');
  const body = readBody(schema, call);
  if ((await resolveSha(call.gitDir, sha)) === null) throw unprocessable(`No commit found for SHA: ${sha}`);
  const status: CommitStatus = {
    id: nextId(call.world.state),
    sha,
    state: body.state,
    context: body.context,
    description: body.description ?? null,
    targetUrl: body.target_url ?? null,
    createdAt: call.world.now(),
    creator: call.actor.user.login,
  };
  call.repository.statuses.push(status);
  return { status: 201, body: presentStatus(call, status) };
}

async function combined(call: RepositoryCall): Promise<Reply> {
  const ref = param(call, 'ref');
  const sha = (await resolveSha(call.gitDir, `refs/heads/${ref}`)) ?? (await resolveSha(call.gitDir, ref));
  if (sha === null) throw notFound();
  const latest = new Map(
    call.repository.statuses.filter((status) => status.sha === sha).map((status) => [status.context, status]),
  );
  const statuses = [...latest.values()];
  const failed = statuses.some(({ state }) => state === 'failure' || state === 'error');
  const done = statuses.length > 0 && statuses.every(({ state }) => state === 'success');
  const body = {
    state: failed ? 'failure' : done ? 'success' : 'pending',
    statuses: statuses.map((status) => presentStatus(call, status)),
    sha,
    total_count: statuses.length,
    repository: presentRepository(call.world, call.repository),
    commit_url: repositoryApiUrl(call.world, call.repository, `/commits/${sha}`),
    url: repositoryApiUrl(call.world, call.repository, `/commits/${sha}/status`),
  };
  return { status: 200, body };
}

export const statusRoutes = [
  repositoryRoute('post', '/statuses/{sha}', 'statuses:write', createStatus),
  repositoryRoute('get', '/commits/{ref}/status', 'statuses:read', combined),
];
