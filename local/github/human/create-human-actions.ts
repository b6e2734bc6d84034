import { createRepository, type NewRepository } from '#local/github/actions/create-repository.ts';
import { userTokenPrefix } from '#local/github/http/identity.ts';
import { installApp, suspendInstallation, uninstallApp } from '#local/github/actions/install-app.ts';
import { moveRepository } from '#local/github/actions/move-repository.ts';
import { isPullIssue } from '#local/github/state/find-issue.ts';
import { createPerson, type Person } from '#local/github/human/create-person.ts';
import type { IssueThread, PullRequestThread } from '#local/github/human/seen.ts';
import { readIssueThread, readPullRequestThread } from '#local/github/human/threads.ts';
import { ensureUser } from '#local/github/state/find-user.ts';
import { findRepositoryByName } from '#local/github/state/find-repository.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { Permission, User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

/** What people do and see on the local GitHub. Names of repositories are full: `owner/name`. */
export interface HumanActions {
  /** Gives GitHub's number of it. */
  createRepository(fullName: string, wanted?: NewRepository): Promise<number>;
  addUser(login: string, options?: { readonly type?: User['type']; readonly id?: number }): void;
  setPermission(fullName: string, login: string, permission: Permission): void;
  installApp(fullName: string): void;
  uninstallApp(fullName: string): void;
  /** The account's owner suspends the app everywhere, or lets it work again. */
  suspendApp(fullName: string, suspended: boolean): void;
  /** Makes a repository read-only for everybody, or writable again. */
  archive(fullName: string, archived: boolean): void;
  /** Gives a repository another full name: renamed, or transferred to another owner, whose app sees it then. */
  move(fullName: string, to: string): void;
  /** The person at work in a repository; signs them up when they are new. */
  as(login: string, fullName: string): Person;
  /** A token with which the person's own tools (git, octokit) sign in. */
  token(login: string): string;
  /** The pull requests of a repository, oldest first. */
  pullRequests(fullName: string): { readonly number: number; readonly headRef: string; readonly open: boolean }[];
  issueThread(fullName: string, number: number): IssueThread;
  pullRequestThread(fullName: string, number: number): PullRequestThread;
}

export function createHumanActions(world: World): HumanActions {
  const find = (fullName: string): Repository => findRepositoryByName(world.state, fullName);
  return {
    createRepository: async (fullName, wanted = {}) => (await createRepository(world, fullName, wanted)).id,
    addUser: (login, { type = 'User', id } = {}) => void ensureUser(world.state, login, type, id),
    setPermission: (fullName, login, permission) => {
      find(fullName).permissions[ensureUser(world.state, login).login] = permission;
    },
    installApp: (fullName) => installApp(world, find(fullName)),
    uninstallApp: (fullName) => uninstallApp(world, find(fullName)),
    suspendApp: (fullName, suspended) => suspendInstallation(world, find(fullName).owner, suspended),
    archive: (fullName, archived) => void (find(fullName).archived = archived),
    move: (fullName, to) => moveRepository(world, find(fullName), to),
    as: (login, fullName) => createPerson(world, find(fullName), ensureUser(world.state, login)),
    token: (login) => `${userTokenPrefix}${ensureUser(world.state, login).login}`,
    pullRequests: (fullName) =>
      find(fullName)
        .issues.filter(isPullIssue)
        .map(({ number, state, pull }) => ({ number, headRef: pull.headRef, open: state === 'open' })),
    issueThread: (fullName, number) => readIssueThread(find(fullName), number),
    pullRequestThread: (fullName, number) => readPullRequestThread(find(fullName), number),
  };
}
