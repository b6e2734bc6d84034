import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { followRef } from '#local/github/actions/follow-ref.ts';
import { workflowsRefused } from '#local/github/git/install-hooks.ts';
import { listRefs, zeroSha, type GitRef } from '#local/github/git/refs.ts';
import { gitEnvironment } from '#local/github/git/run-git.ts';
import { actorOf, checkRepositoryAccess } from '#local/github/http/check-access.ts';
import { GitHubError } from '#local/github/http/github-error.ts';
import { identify, type Identity } from '#local/github/http/identity.ts';
import { mayChangeWorkflows } from '#local/github/http/refuse-workflows.ts';
import type { RefChange } from '#local/github/payloads/push-event.ts';
import { findRepository } from '#local/github/state/find-repository.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { World } from '#local/github/world.ts';

/** `/<owner>/<name>.git/<rest>`. */
export const gitPath = /^\/([^/]+)\/([^/]+)\.git(\/.*)$/;

function changesBetween(before: readonly GitRef[], after: readonly GitRef[]): RefChange[] {
  const names = new Set([...before, ...after].map(({ name }) => name));
  const shaIn = (refs: readonly GitRef[], name: string) => refs.find((ref) => ref.name === name)?.sha ?? zeroSha;
  return [...names]
    .map((ref) => ({ ref, before: shaIn(before, ref), after: shaIn(after, ref) }))
    .filter((change) => change.before !== change.after);
}

function sendCgiHead(response: ServerResponse, head: string): void {
  const headers = head.split(/\r?\n/).map((line) => line.split(/: (.*)/s));
  const status = headers.find(([name]) => name?.toLowerCase() === 'status')?.[1];
  for (const [name = '', value = ''] of headers)
    if (name && name.toLowerCase() !== 'status') response.setHeader(name, value);
  response.statusCode = status === undefined ? 200 : Number.parseInt(status, 10);
}

/** Lets `git http-backend` answer; resolves with the rest of the answer still to be ended. */
function runBackend(
  request: IncomingMessage,
  response: ServerResponse,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['http-backend'], { env: { PATH: process.env['PATH'], ...gitEnvironment, ...env } });
    let head: Buffer | null = Buffer.alloc(0);
    child.stdout.on('data', (chunk: Buffer) => {
      if (head === null) return void response.write(chunk);
      head = Buffer.concat([head, chunk]);
      const text = head.toString('latin1');
      const end = /\r?\n\r?\n/.exec(text);
      if (!end) return;
      sendCgiHead(response, text.slice(0, end.index));
      response.write(head.subarray(end.index + end[0].length));
      head = null;
    });
    child.on('error', reject);
    child.on('close', () => resolve());
    child.stdin.on('error', (cause: NodeJS.ErrnoException) => (cause.code === 'EPIPE' ? undefined : reject(cause)));
    request.pipe(child.stdin);
  });
}

function checkGitAccess(world: World, request: IncomingMessage, url: URL, repository: Repository): Identity {
  const pushes = url.pathname.endsWith('/git-receive-pack') || url.searchParams.get('service') === 'git-receive-pack';
  const identity = identify(world, request.headers.authorization);
  const level = pushes ? 'write' : 'read';
  checkRepositoryAccess(identity, repository, { by: 'permission', name: ['contents'], level });
  return identity;
}

/** Serves clone, fetch and push; after a push it does what GitHub does after one. */
export async function serveGit(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const [, owner = '', name = '', rest = ''] = gitPath.exec(url.pathname) ?? [];
  const repository = findRepository(world.state, owner, name);
  if (!repository) throw new GitHubError(404, 'Repository not found.');
  const identity = checkGitAccess(world, request, url, repository);
  const gitDir = world.gitDirOf(repository);
  const before = await listRefs(gitDir);
  await runBackend(request, response, {
    GIT_PROJECT_ROOT: gitDir,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: rest,
    REQUEST_METHOD: request.method ?? 'GET',
    QUERY_STRING: url.search.slice(1),
    CONTENT_TYPE: request.headers['content-type'] ?? '',
    HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
    GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    REMOTE_USER: actorOf(world, identity).user.login,
    ...(mayChangeWorkflows(identity) ? {} : { [workflowsRefused]: '1' }),
  });
  if (!rest.endsWith('/git-receive-pack')) return void response.end();
  // told before the pusher's git returns, so that what follows a push sees its effects
  for (const change of changesBetween(before, await listRefs(gitDir))) {
    await followRef(world, repository, actorOf(world, identity).user, change);
  }
  response.end();
}
