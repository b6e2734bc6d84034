import { changeIssueState } from '#local/github/actions/change-issue.ts';
import type { PullIssue } from '#local/github/state/issue.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

const keyword = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? #(\d+)\b/gi;

/** Closes the issues that a pull request says it closes, once it is merged into the default branch. */
export function closeMentionedIssues(world: World, repository: Repository, issue: PullIssue, sender: User): void {
  if (issue.pull.baseRef !== repository.defaultBranch) return;
  for (const [, number] of (issue.body ?? '').matchAll(keyword)) {
    const mentioned = repository.issues.find((known) => known.number === Number(number) && known.pull === null);
    if (mentioned) changeIssueState(world, repository, mentioned, { sender, state: 'closed', reason: 'completed' });
  }
}
