import { z } from 'zod';
import { signatureOf } from '#local/github/actions/signature-of.ts';
import { readBlob, writeBlob } from '#local/github/git/blobs.ts';
import { readCommit, writeCommit, type Signature } from '#local/github/git/commits.ts';
import { resolveSha } from '#local/github/git/refs.ts';
import { notFound, unprocessable } from '#local/github/http/github-error.ts';
import { param, readBody, type Reply, type RepositoryCall } from '#local/github/http/route.ts';
import { presentGitCommit } from '#local/github/present/commit.ts';
import { repositoryApiUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import { gitRoute } from '#local/github/routes/git-route.ts';

const blobSchema = z.object({ content: z.string(), encoding: z.string().default('utf-8') });
const personSchema = z.object({ name: z.string(), email: z.string(), date: z.string().optional() });
const commitSchema = z.object({
  message: z.string(),
  tree: z.string(),
  parents: z.array(z.string()).default([]),
  author: personSchema.optional(),
  committer: personSchema.partial().optional(),
});

async function createBlob(call: RepositoryCall): Promise<Reply> {
  const { content, encoding } = readBody(blobSchema, call);
  const sha = await writeBlob(call.gitDir, Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'));
  return { status: 201, body: { sha, url: repositoryApiUrl(call.world, call.repository, `/git/blobs/${sha}`) } };
}

async function getBlob(call: RepositoryCall): Promise<Reply> {
  const sha = param(call, 'file_sha');
  const content = /^[0-9a-f]{40}$/.test(sha) ? await readBlob(call.gitDir, sha) : null;
  if (content === null) throw notFound();
  if (call.accept.includes('raw')) return { status: 200, bytes: { content, type: 'application/vnd.github.raw+json' } };
  const body = {
    sha,
    node_id: nodeId('Blob', sha),
    url: repositoryApiUrl(call.world, call.repository, `/git/blobs/${sha}`),
    size: content.length,
    encoding: 'base64',
    content: content.toString('base64').replace(/(.{60})/g, '$1\n'),
  };
  return { status: 200, body };
}

async function createCommit(call: RepositoryCall): Promise<Reply> {
  const { world, repository, gitDir } = call;
  const wanted = readBody(commitSchema, call);
  const tree = await resolveSha(gitDir, wanted.tree, 'tree');
  if (tree === null) throw unprocessable('Tree SHA does not exist');
  for (const parent of wanted.parents) {
    if ((await resolveSha(gitDir, parent)) !== parent)
      throw unprocessable('Parent SHA does not exist or is not a commit object');
  }
  const standard = signatureOf(world, call.actor.user);
  const sign = (
    given: { [key in keyof Signature]?: string | undefined } | undefined,
    otherwise: Signature,
  ): Signature => ({
    name: given?.name ?? otherwise.name,
    email: given?.email ?? otherwise.email,
    date: given?.date ?? otherwise.date,
  });
  const author = sign(wanted.author, standard);
  const committer = sign(wanted.committer, author);
  const { message, parents } = wanted;
  const sha = await writeCommit(gitDir, { tree, parents, author, committer, message });
  return { status: 201, body: presentGitCommit(world, repository, await readCommit(gitDir, sha)) };
}

async function getCommit(call: RepositoryCall): Promise<Reply> {
  const sha = await resolveSha(call.gitDir, param(call, 'commit_sha'));
  if (sha === null) throw notFound();
  return { status: 200, body: presentGitCommit(call.world, call.repository, await readCommit(call.gitDir, sha)) };
}

export const gitObjectRoutes = [
  gitRoute('post', '/git/blobs', 'write', createBlob),
  gitRoute('get', '/git/blobs/{file_sha}', 'read', getBlob),
  gitRoute('post', '/git/commits', 'write', createCommit),
  gitRoute('get', '/git/commits/{commit_sha}', 'read', getCommit),
];
