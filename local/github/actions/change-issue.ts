import { addLabels, ensureLabel } from '#local/github/actions/label-issue.ts';
import type { JsonObject } from '#local/github/json.ts';
import { issueEvent } from '#local/github/payloads/issue-events.ts';
import { pullRequestEvent } from '#local/github/payloads/pull-request-events.ts';
import { isPullIssue } from '#local/github/state/find-issue.ts';
import type { Issue } from '#local/github/state/issue.ts';
import type { Repository } from '#local/github/state/repository.ts';
import { nextId } from '#local/github/state/state.ts';
import type { Actor, User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

export interface NewIssue {
  readonly title: string;
  readonly body?: string | null | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly assignees?: readonly string[] | undefined;
}

/** The number that the next issue or pull request of a repository gets. */
export function nextNumber(repository: Repository): number {
  return Math.max(0, ...repository.issues.map((issue) => issue.number)) + 1;
}

/** Opens an issue: `opened`, then `labeled` for each label, as GitHub tells it. */
export function openIssue(world: World, repository: Repository, author: Actor, wanted: NewIssue): Issue {
  const now = world.now();
  const labels = (wanted.labels ?? []).map((name) => ensureLabel(world, repository, name).name);
  const issue: Issue = {
    id: nextId(world.state),
    number: nextNumber(repository),
    author,
    title: wanted.title,
    body: wanted.body ?? null,
    state: 'open',
    stateReason: null,
    labels: [],
    assignees: [...(wanted.assignees ?? [])],
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    comments: [],
    reactions: [],
    pull: null,
  };
  repository.issues.push(issue);
  world.emit(issueEvent(world, { repository, issue, sender: author.user, action: 'opened' }));
  addLabels(world, repository, issue, { sender: author.user, names: labels });
  return issue;
}

function tell(
  world: World,
  repository: Repository,
  issue: Issue,
  told: { sender: User; action: 'edited' | 'closed' | 'reopened'; extra?: JsonObject },
) {
  const event = isPullIssue(issue)
    ? pullRequestEvent(world, { repository, issue, ...told })
    : issueEvent(world, { repository, issue, ...told });
  world.emit(event);
}

/** Closes or reopens; nothing when it stands so already. */
export function changeIssueState(
  world: World,
  repository: Repository,
  issue: Issue,
  { sender, state, reason }: { sender: User; state: Issue['state']; reason?: Issue['stateReason'] | undefined },
): void {
  if (issue.state === state) return;
  issue.state = state;
  issue.closedAt = state === 'closed' ? world.now() : null;
  issue.stateReason = state === 'closed' ? (reason ?? (issue.pull ? null : 'completed')) : 'reopened';
  issue.updatedAt = world.now();
  tell(world, repository, issue, { sender, action: state === 'closed' ? 'closed' : 'reopened' });
}

/** Changes title and body; told with what stood there before. */
export function editIssue(
  world: World,
  repository: Repository,
  issue: Issue,
  { sender, title, body }: { sender: User; title?: string | undefined; body?: string | null | undefined },
): void {
  const titleFrom = title !== undefined && title !== issue.title ? issue.title : undefined;
  const bodyFrom = body !== undefined && body !== issue.body ? (issue.body ?? '') : undefined;
  if (titleFrom === undefined && bodyFrom === undefined) return;
  issue.title = title ?? issue.title;
  if (body !== undefined) issue.body = body;
  issue.updatedAt = world.now();
  const changes = {
    ...(titleFrom === undefined ? {} : { title: { from: titleFrom } }),
    ...(bodyFrom === undefined ? {} : { body: { from: bodyFrom } }),
  };
  tell(world, repository, issue, { sender, action: 'edited', extra: { changes } });
}
