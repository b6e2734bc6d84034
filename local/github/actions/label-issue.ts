import { validationFailed } from '#local/github/http/github-error.ts';
import { issueEvent } from '#local/github/payloads/issue-events.ts';
import { pullRequestEvent } from '#local/github/payloads/pull-request-events.ts';
import { presentLabel } from '#local/github/present/label.ts';
import type { Issue } from '#local/github/state/issue.ts';
import { isPullIssue } from '#local/github/state/find-issue.ts';
import type { Label, Repository } from '#local/github/state/repository.ts';
import { nextId } from '#local/github/state/state.ts';
import type { User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

type NewLabel = Pick<Label, 'name'> & Partial<Label>;

function findLabel(repository: Repository, name: string): Label | undefined {
  return repository.labels.find((label) => label.name.toLowerCase() === name.toLowerCase());
}

/** Makes a label; 422 when the repository has it. */
export function createLabel(world: World, repository: Repository, { name, color, description }: NewLabel): Label {
  if (findLabel(repository, name)) throw validationFailed({ resource: 'Label', field: 'name', code: 'already_exists' });
  const label = { id: nextId(world.state), name, color: color ?? 'ededed', description: description ?? null };
  repository.labels.push(label);
  return label;
}

/** The label of that name; makes it when there is none, as GitHub does for issues. */
export function ensureLabel(world: World, repository: Repository, name: string): Label {
  return findLabel(repository, name) ?? createLabel(world, repository, { name });
}

function tell(
  world: World,
  repository: Repository,
  issue: Issue,
  change: { sender: User; label: Label; added: boolean },
) {
  const { sender } = change;
  const action = change.added ? 'labeled' : 'unlabeled';
  const extra = { label: presentLabel(world, repository, change.label) };
  const event = isPullIssue(issue)
    ? pullRequestEvent(world, { repository, issue, sender, action, extra })
    : issueEvent(world, { repository, issue, sender, action, extra });
  world.emit(event);
}

/** Puts labels on an issue; the ones it has stay as they are. */
export function addLabels(
  world: World,
  repository: Repository,
  issue: Issue,
  change: { sender: User; names: readonly string[] },
) {
  for (const name of change.names) {
    const label = ensureLabel(world, repository, name);
    if (issue.labels.includes(label.name)) continue;
    issue.labels.push(label.name);
    issue.updatedAt = world.now();
    tell(world, repository, issue, { sender: change.sender, label, added: true });
  }
}

/** Takes labels off an issue. Names that it does not have are passed over. */
export function removeLabels(
  world: World,
  repository: Repository,
  issue: Issue,
  change: { sender: User; names: readonly string[] },
) {
  for (const name of change.names) {
    const label = findLabel(repository, name);
    if (!label || !issue.labels.includes(label.name)) continue;
    issue.labels = issue.labels.filter((known) => known !== label.name);
    issue.updatedAt = world.now();
    tell(world, repository, issue, { sender: change.sender, label, added: false });
  }
}
