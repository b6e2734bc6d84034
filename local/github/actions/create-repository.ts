import { mkdir } from 'node:fs/promises';
import { commitFiles } from '#local/github/actions/commit-files.ts';
import { installApp } from '#local/github/actions/install-app.ts';
import { readWorkflows } from '#local/github/actions/read-workflows.ts';
import { installHooks } from '#local/github/git/install-hooks.ts';
import { runGit } from '#local/github/git/run-git.ts';
import { ensureUser } from '#local/github/state/find-user.ts';
import type { Repository } from '#local/github/state/repository.ts';
import { nextId } from '#local/github/state/state.ts';
import type { World } from '#local/github/world.ts';

export interface NewRepository {
  /** Path → text of the first commit; no commit at all when empty. */
  readonly files?: Readonly<Record<string, string>>;
  readonly defaultBranch?: string;
  /** Whether the app is installed on it; true when left out. */
  readonly installed?: boolean;
}

/** Makes a repository: bare, with real git objects, and (unless told not to) the app installed. */
export async function createRepository(world: World, fullName: string, wanted: NewRepository): Promise<Repository> {
  const [owner = '', name = ''] = fullName.split('/');
  const account = ensureUser(world.state, owner, 'Organization');
  const now = world.now();
  const repository: Repository = {
    id: nextId(world.state),
    owner,
    name,
    formerNames: [],
    folder: `${fullName}.git`,
    defaultBranch: wanted.defaultBranch ?? 'main',
    createdAt: now,
    pushedAt: now,
    installed: false,
    archived: false,
    permissions: { [owner]: 'admin' },
    labels: [],
    issues: [],
    checkRuns: [],
    statuses: [],
    workflows: [],
    workflowRuns: [],
  };
  const gitDir = world.gitDirOf(repository);
  await mkdir(gitDir, { recursive: true });
  await runGit(gitDir, ['init', '--quiet', '--bare', `--initial-branch=${repository.defaultBranch}`]);
  await runGit(gitDir, ['config', 'http.receivepack', 'true']);
  await installHooks(gitDir);
  world.state.repositories.push(repository);
  if (Object.keys(wanted.files ?? {}).length > 0) {
    const change = { branch: repository.defaultBranch, files: wanted.files ?? {}, message: 'Initial commit' };
    await commitFiles(world, repository, account, change);
    await readWorkflows(world, repository);
  }
  if (wanted.installed ?? true) installApp(world, repository);
  return repository;
}
