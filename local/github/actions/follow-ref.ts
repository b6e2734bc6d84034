import { measurePull } from '#local/github/actions/measure-pull.ts';
import { readWorkflows } from '#local/github/actions/read-workflows.ts';
import { followLine } from '#local/github/git/diff-lines.ts';
import { zeroSha } from '#local/github/git/refs.ts';
import { changeIssueState } from '#local/github/actions/change-issue.ts';
import { pullRequestEvent } from '#local/github/payloads/pull-request-events.ts';
import { pushEvent, type RefChange } from '#local/github/payloads/push-event.ts';
import { isPullIssue } from '#local/github/state/find-issue.ts';
import type { PullIssue } from '#local/github/state/issue.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

/** Moves line comments along with their lines; the ones whose line changed become outdated. */
async function followComments(gitDir: string, issue: PullIssue, to: string): Promise<void> {
  for (const comment of issue.pull.reviewComments) {
    if (comment.line === null || comment.side === 'LEFT') continue;
    const place = { from: comment.commitId, to, path: comment.path, line: comment.line };
    comment.line = await followLine(gitDir, place);
    if (comment.line !== null) comment.commitId = to;
  }
}

async function followHead(world: World, repository: Repository, issue: PullIssue, sender: User, after: string) {
  const gitDir = world.gitDirOf(repository);
  const before = issue.pull.headSha;
  if (before === after) return;
  await followComments(gitDir, issue, after);
  issue.pull.headSha = after;
  issue.pull.statistics = await measurePull(gitDir, issue.pull.baseSha, after);
  issue.updatedAt = world.now();
  const extra = { before, after };
  world.emit(pullRequestEvent(world, { repository, issue, sender, action: 'synchronize', extra }));
}

async function followBase(world: World, repository: Repository, issue: PullIssue, after: string) {
  issue.pull.baseSha = after;
  issue.pull.statistics = await measurePull(world.gitDirOf(repository), after, issue.pull.headSha);
}

/** What GitHub does after a ref moved: tells the push, brings pull requests up to date, reads the workflows. */
export async function followRef(world: World, repository: Repository, sender: User, change: RefChange): Promise<void> {
  repository.pushedAt = world.now();
  const branch = change.ref.replace(/^refs\/heads\//, '');
  const deleted = change.after === zeroSha;
  if (branch === repository.defaultBranch && !deleted) await readWorkflows(world, repository);
  world.emit(await pushEvent(world, repository, sender, change));
  for (const issue of repository.issues.filter(isPullIssue)) {
    if (issue.state === 'closed') continue;
    const { headRef, baseRef } = issue.pull;
    if (deleted && (headRef === branch || baseRef === branch)) {
      changeIssueState(world, repository, issue, { sender, state: 'closed' });
    } else if (headRef === branch) await followHead(world, repository, issue, sender, change.after);
    else if (baseRef === branch) await followBase(world, repository, issue, change.after);
  }
}
