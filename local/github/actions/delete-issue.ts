import { issueEvent } from '#local/github/payloads/issue-events.ts';
import type { Issue } from '#local/github/state/issue.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

/** Takes an issue away for good, with all that was said there, and tells it. */
export function deleteIssue(world: World, repository: Repository, issue: Issue, sender: User): void {
  world.emit(issueEvent(world, { repository, issue, sender, action: 'deleted' }));
  repository.issues.splice(repository.issues.indexOf(issue), 1);
}
