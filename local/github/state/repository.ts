import type { CheckRun, CommitStatus } from '#local/github/state/check.ts';
import type { Issue } from '#local/github/state/issue.ts';
import type { Permission } from '#local/github/state/user.ts';
import type { Workflow, WorkflowRun } from '#local/github/state/workflow.ts';

export interface Label {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

export interface Repository {
  readonly id: number;
  owner: string;
  name: string;
  /** Full names that it had before; they lead to it until another repository takes them. */
  readonly formerNames: string[];
  /** Where its git objects lie, under the folder of repositories. */
  readonly folder: string;
  readonly defaultBranch: string;
  readonly createdAt: string;
  pushedAt: string;
  /** Whether the app is installed on it. */
  installed: boolean;
  /** Read-only for everybody, by its owner's wish. */
  archived: boolean;
  readonly permissions: Record<string, Permission>;
  readonly labels: Label[];
  readonly issues: Issue[];
  readonly checkRuns: CheckRun[];
  readonly statuses: CommitStatus[];
  readonly workflows: Workflow[];
  readonly workflowRuns: WorkflowRun[];
}

/** `owner/name`. */
export function fullNameOf(repository: Pick<Repository, 'owner' | 'name'>): string {
  return `${repository.owner}/${repository.name}`;
}
