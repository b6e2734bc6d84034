import { z } from 'zod';
import { writeBlobs } from '#local/github/git/blobs.ts';
import { resolveSha } from '#local/github/git/refs.ts';
import { GitFailure } from '#local/github/git/run-git.ts';
import { readTree, writeTree, type TreeChange, type TreeEntry } from '#local/github/git/trees.ts';
import { notFound, unprocessable } from '#local/github/http/github-error.ts';
import { refuseWorkflows } from '#local/github/http/refuse-workflows.ts';
import { param, readBody, type Reply, type RepositoryCall } from '#local/github/http/route.ts';
import type { JsonObject } from '#local/github/json.ts';
import { repositoryApiUrl } from '#local/github/present/links.ts';
import { gitRoute } from '#local/github/routes/git-route.ts';

const entrySchema = z.object({
  path: z.string(),
  mode: z.enum(['100644', '100755', '040000', '160000', '120000']).default('100644'),
  type: z.enum(['blob', 'tree', 'commit']).optional(),
  sha: z.string().nullish(),
  content: z.string().optional(),
});
const treeSchema = z.object({ base_tree: z.string().optional(), tree: z.array(entrySchema) });

function presentTree(call: RepositoryCall, sha: string, entries: readonly TreeEntry[]): JsonObject {
  const url = (kind: string, of: string) => repositoryApiUrl(call.world, call.repository, `/git/${kind}/${of}`);
  const tree = entries.map(({ size, ...entry }) => ({
    ...entry,
    ...(size === null ? {} : { size }),
    url: url(entry.type === 'tree' ? 'trees' : 'blobs', entry.sha),
  }));
  return { sha, url: url('trees', sha), truncated: false, tree };
}

type Entry = z.infer<typeof entrySchema>;

function checkEntry({ path, sha, content }: Entry, known: ReadonlySet<string>): void {
  const malformed = path.startsWith('/') || path.split('/').includes('..');
  if (malformed) throw unprocessable('tree.path contains a malformed path component');
  if (content !== undefined && sha !== undefined) throw unprocessable('tree.sha and tree.content are both given');
  if (content === undefined && sha === undefined) throw unprocessable('Must supply either tree.sha or tree.content');
  if (sha === null && !known.has(path)) throw unprocessable('GitRPC::BadObjectState');
}

/** The changes with their inline contents written as blobs. */
async function readChanges(gitDir: string, entries: readonly Entry[]): Promise<TreeChange[]> {
  const inline = entries.flatMap(({ content }) => content ?? []);
  const written = (await writeBlobs(gitDir, inline)).values();
  return entries.map(({ path, mode, sha, content }) => {
    const blob = content === undefined ? sha : written.next().value;
    return { path, mode, sha: blob ?? null };
  });
}

async function createTree(call: RepositoryCall): Promise<Reply> {
  const { gitDir } = call;
  const wanted = readBody(treeSchema, call);
  refuseWorkflows(
    call.identity,
    wanted.tree.map((entry) => entry.path),
  );
  const base = wanted.base_tree === undefined ? null : await resolveSha(gitDir, wanted.base_tree, 'tree');
  if (wanted.base_tree !== undefined && base === null) throw unprocessable('base_tree is not a valid tree oid');
  const known = base === null ? [] : await readTree(gitDir, base, true);
  const paths = new Set(known.map(({ path }) => path));
  for (const entry of wanted.tree) checkEntry(entry, paths);
  const changes = await readChanges(gitDir, wanted.tree);
  try {
    const sha = await writeTree(gitDir, base, changes);
    return { status: 201, body: presentTree(call, sha, await readTree(gitDir, sha, false)) };
  } catch (cause) {
    if (cause instanceof GitFailure) throw unprocessable('tree.sha is not a valid blob');
    throw cause;
  }
}

async function getTree(call: RepositoryCall): Promise<Reply> {
  const sha = await resolveSha(call.gitDir, param(call, 'tree_sha'), 'tree');
  if (sha === null) throw notFound();
  const recursive = call.query.has('recursive');
  return { status: 200, body: presentTree(call, sha, await readTree(call.gitDir, sha, recursive)) };
}

export const gitTreeRoutes = [
  gitRoute('post', '/git/trees', 'write', createTree),
  gitRoute('get', '/git/trees/{tree_sha}', 'read', getTree),
];
