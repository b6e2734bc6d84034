import { z } from 'zod';
import { checkAppAccess, coversRepository } from '#local/github/http/check-access.ts';
import { notFound, unprocessable } from '#local/github/http/github-error.ts';
import { countedReply, listReply } from '#local/github/http/paginate.ts';
import {
  numberParam,
  param,
  readBody,
  type Access,
  type Call,
  type Method,
  type Reply,
  type Route,
} from '#local/github/http/route.ts';
import { issueToken } from '#local/github/http/issue-token.ts';
import { presentApp } from '#local/github/present/app.ts';
import { presentInstallation } from '#local/github/present/installation.ts';
import { presentRepository } from '#local/github/present/repository.ts';
import { findRepository } from '#local/github/state/find-repository.ts';
import type { Installation } from '#local/github/state/installation.ts';

const tokenSchema = z.object({
  permissions: z.record(z.string(), z.string()).optional(),
  repositories: z.array(z.string()).optional(),
  repository_ids: z.array(z.number()).optional(),
});

function findInstallation(call: Call): Installation {
  const id = numberParam(call, 'installation_id');
  const installation = call.world.state.installations.find((known) => known.id === id);
  if (!installation) throw notFound();
  return installation;
}

function createToken(call: Call): Reply {
  const { world } = call;
  const installation = findInstallation(call);
  const wanted = readBody(tokenSchema, call);
  const ids = wanted.repository_ids ?? [];
  const named = world.state.repositories.filter(
    (known) =>
      known.owner === installation.account && (wanted.repositories?.includes(known.name) || ids.includes(known.id)),
  );
  const narrowed = wanted.repositories !== undefined || wanted.repository_ids !== undefined;
  if (narrowed && (named.length === 0 || named.some((known) => !known.installed))) {
    throw unprocessable(
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  }
  const beyond = Object.entries(wanted.permissions ?? {}).some(([name, level]) => {
    const granted = world.app.permissions[name];
    return granted === undefined || (level === 'write' && granted === 'read');
  });
  if (beyond) throw unprocessable('The permissions requested are not granted to this installation.');
  const token = issueToken(world, installation, wanted.permissions, narrowed ? named : null);
  const body = {
    token: token.token,
    expires_at: new Date(token.expiresAt).toISOString().replace(/\.\d+Z$/, 'Z'),
    permissions: { ...token.permissions },
    repository_selection: 'selected',
    ...(narrowed ? { repositories: named.map((repository) => presentRepository(world, repository)) } : {}),
  };
  return { status: 201, body };
}

function listRepositories(call: Call): Reply {
  const { world, identity } = call;
  const all = world.state.repositories.filter((known) => known.installed && coversRepository(identity, known));
  const present = (repository: (typeof all)[number]) => presentRepository(world, repository);
  return countedReply(call, { template: '/installation/repositories', key: 'repositories', all, present });
}

function repositoryInstallation(call: Call): Reply {
  const repository = findRepository(call.world.state, param(call, 'owner'), param(call, 'repo'));
  const installation = call.world.state.installations.find((known) => known.account === repository?.owner);
  if (!repository?.installed || !installation) throw notFound();
  return { status: 200, body: presentInstallation(call.world, installation) };
}

function route(method: Method, path: string, by: 'app' | 'installation', handle: (call: Call) => Reply): Route {
  const access: Access = { by };
  return {
    method,
    path,
    access,
    handle: (call) => {
      checkAppAccess(call.identity, access);
      return handle(call);
    },
  };
}

export const appRoutes: readonly Route[] = [
  route('get', '/app', 'app', (call) => ({ status: 200, body: presentApp(call.world) })),
  route('get', '/app/installations', 'app', (call) =>
    listReply(call, '/app/installations', call.world.state.installations, (known) =>
      presentInstallation(call.world, known),
    ),
  ),
  route('get', '/app/installations/{installation_id}', 'app', (call) => ({
    status: 200,
    body: presentInstallation(call.world, findInstallation(call)),
  })),
  route('post', '/app/installations/{installation_id}/access_tokens', 'app', createToken),
  route('get', '/repos/{owner}/{repo}/installation', 'app', repositoryInstallation),
  route('get', '/installation/repositories', 'installation', listRepositories),
];
