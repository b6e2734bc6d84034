import { z } from 'zod';
import { commitFiles } from '#local/github/actions/commit-files.ts';
import { followRef } from '#local/github/actions/follow-ref.ts';
import { readBlob } from '#local/github/git/blobs.ts';
import { readCommit } from '#local/github/git/commits.ts';
import { isEmpty, resolveSha } from '#local/github/git/refs.ts';
import { readTree, type TreeEntry } from '#local/github/git/trees.ts';
import { GitHubError, notFound, validationFailed } from '#local/github/http/github-error.ts';
import { refuseWorkflows } from '#local/github/http/refuse-workflows.ts';
import { repositoryRoute } from '#local/github/http/repository-route.ts';
import { param, readBody, type Reply, type RepositoryCall } from '#local/github/http/route.ts';
import { presentContent } from '#local/github/present/content.ts';
import { presentGitCommit } from '#local/github/present/commit.ts';

async function findEntry(gitDir: string, sha: string, path: string): Promise<TreeEntry | undefined> {
  const entries = await readTree(gitDir, sha, true);
  return entries.find((entry) => entry.path === path);
}

async function getContents(call: RepositoryCall): Promise<Reply> {
  const { world, repository, gitDir } = call;
  const path = param(call, 'path').replace(/^\/|\/$/g, '');
  const ref = call.query.get('ref') ?? repository.defaultBranch;
  const sha = (await resolveSha(gitDir, `refs/heads/${ref}`)) ?? (await resolveSha(gitDir, ref));
  if (sha === null)
    throw new GitHubError(
      404,
      ref === repository.defaultBranch ? 'This repository is empty.' : `No commit found for the ref ${ref}`,
    );
  const root: TreeEntry = { path: '', mode: '040000', type: 'tree', sha, size: null };
  const entry = path === '' ? root : await findEntry(gitDir, sha, path);
  if (!entry) throw notFound();
  if (entry.type === 'tree') {
    const children = await readTree(gitDir, entry.sha, false);
    const folder = path === '' ? '' : `${path}/`;
    const body = children.map((child) =>
      presentContent(world, repository, { entry: { ...child, path: `${folder}${child.path}` }, ref }),
    );
    return { status: 200, body };
  }
  const content = (await readBlob(gitDir, entry.sha)) ?? Buffer.alloc(0);
  if (call.accept.includes('raw')) return { status: 200, bytes: { content, type: 'application/vnd.github.raw+json' } };
  return { status: 200, body: presentContent(world, repository, { entry, ref, content }) };
}

const personSchema = z.object({ name: z.string(), email: z.string(), date: z.string().optional() });
const writeSchema = z.object({
  message: z.string(),
  content: z.string(),
  sha: z.string().optional(),
  branch: z.string().optional(),
  author: personSchema.optional(),
  committer: personSchema.optional(),
});

async function putContents(call: RepositoryCall): Promise<Reply> {
  const { world, repository, gitDir, actor } = call;
  const path = param(call, 'path');
  const wanted = readBody(writeSchema, call);
  refuseWorkflows(call.identity, [path]);
  const branch = wanted.branch ?? repository.defaultBranch;
  const head = await resolveSha(gitDir, `refs/heads/${branch}`);
  if (head === null && wanted.branch !== undefined && !(await isEmpty(gitDir)))
    throw new GitHubError(404, `Branch ${branch} not found`);
  const known = head === null ? undefined : await findEntry(gitDir, head, path);
  if (known && wanted.sha === undefined) {
    throw validationFailed({
      resource: 'Content',
      field: 'sha',
      code: 'missing_field',
      message: `"sha" wasn't supplied.`,
    });
  }
  if (known && wanted.sha !== known.sha) throw new GitHubError(409, `${path} does not match ${wanted.sha ?? ''}`);
  const content = Buffer.from(wanted.content, 'base64');
  const change = await commitFiles(world, repository, actor.user, {
    branch,
    files: { [path]: content },
    message: wanted.message,
    author: wanted.author,
    committer: wanted.committer,
  });
  await followRef(world, repository, actor.user, change);
  const entry = await findEntry(gitDir, change.after, path);
  const body = {
    content: entry ? presentContent(world, repository, { entry, ref: branch, content }) : null,
    commit: presentGitCommit(world, repository, await readCommit(gitDir, change.after)),
  };
  return { status: known ? 200 : 201, body };
}

export const contentRoutes = [
  repositoryRoute('get', '/contents/{path}', 'contents:read', getContents),
  repositoryRoute('put', '/contents/{path}', 'contents:write', putContents),
];
