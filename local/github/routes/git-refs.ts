import { z } from 'zod';
import { followRef } from '#local/github/actions/follow-ref.ts';
import {
  findRef,
  isAncestor,
  listRefs,
  moveRef,
  removeRef,
  resolveSha,
  zeroSha,
  type GitRef,
} from '#local/github/git/refs.ts';
import { GitFailure } from '#local/github/git/run-git.ts';
import { notFound, unprocessable } from '#local/github/http/github-error.ts';
import { param, readBody, type Reply, type RepositoryCall } from '#local/github/http/route.ts';
import type { JsonObject } from '#local/github/json.ts';
import { repositoryApiUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import { gitRoute } from '#local/github/routes/git-route.ts';

const newRefSchema = z.object({ ref: z.string(), sha: z.string() });
const moveSchema = z.object({ sha: z.string(), force: z.boolean().default(false) });

function presentRef({ world, repository }: RepositoryCall, ref: GitRef): JsonObject {
  return {
    ref: ref.name,
    node_id: nodeId('Ref', `${repository.id}:${ref.name}`),
    url: repositoryApiUrl(world, repository, `/git/${ref.name}`),
    object: { type: ref.type, sha: ref.sha, url: repositoryApiUrl(world, repository, `/git/${ref.type}s/${ref.sha}`) },
  };
}

async function getRef(call: RepositoryCall): Promise<Reply> {
  const ref = await findRef(call.gitDir, `refs/${param(call, 'ref')}`);
  if (!ref) throw notFound();
  return { status: 200, body: presentRef(call, ref) };
}

async function matchingRefs(call: RepositoryCall): Promise<Reply> {
  const refs = await listRefs(call.gitDir, `refs/${param(call, 'ref')}`);
  return { status: 200, body: refs.map((ref) => presentRef(call, ref)) };
}

async function moveAndFollow(call: RepositoryCall, name: string, to: string, from: string): Promise<void> {
  try {
    await moveRef(call.gitDir, name, to, from);
  } catch (cause) {
    if (cause instanceof GitFailure) throw unprocessable('Reference cannot be updated');
    throw cause;
  }
  await followRef(call.world, call.repository, call.actor.user, { ref: name, before: from, after: to });
}

async function createRef(call: RepositoryCall): Promise<Reply> {
  const { ref, sha } = readBody(newRefSchema, call);
  if (!/^refs\/[^/]+\/./.test(ref)) throw unprocessable(`Reference name '${ref}' must start with 'refs/'.`);
  if ((await resolveSha(call.gitDir, sha, 'object')) === null) throw unprocessable('Object does not exist');
  if (await findRef(call.gitDir, ref)) throw unprocessable('Reference already exists');
  await moveAndFollow(call, ref, sha, zeroSha);
  return { status: 201, body: presentRef(call, { name: ref, sha, type: 'commit' }) };
}

async function updateRef(call: RepositoryCall): Promise<Reply> {
  const name = `refs/${param(call, 'ref')}`;
  const { sha, force } = readBody(moveSchema, call);
  const ref = await findRef(call.gitDir, name);
  if (!ref) throw unprocessable('Reference does not exist');
  if ((await resolveSha(call.gitDir, sha)) === null) throw unprocessable('Object does not exist');
  if (!force && !(await isAncestor(call.gitDir, ref.sha, sha))) throw unprocessable('Update is not a fast forward');
  if (ref.sha !== sha) await moveAndFollow(call, name, sha, ref.sha);
  return { status: 200, body: presentRef(call, { ...ref, sha }) };
}

async function deleteRef(call: RepositoryCall): Promise<Reply> {
  const name = `refs/${param(call, 'ref')}`;
  const ref = await findRef(call.gitDir, name);
  if (!ref) throw unprocessable('Reference does not exist');
  await removeRef(call.gitDir, name);
  await followRef(call.world, call.repository, call.actor.user, { ref: name, before: ref.sha, after: zeroSha });
  return { status: 204 };
}

export const gitRefRoutes = [
  gitRoute('get', '/git/ref/{ref}', 'read', getRef),
  gitRoute('get', '/git/matching-refs/{ref}', 'read', matchingRefs),
  gitRoute('post', '/git/refs', 'write', createRef),
  gitRoute('patch', '/git/refs/{ref}', 'write', updateRef),
  gitRoute('delete', '/git/refs/{ref}', 'write', deleteRef),
];
