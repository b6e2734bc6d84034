import type { Actor } from '#local/github/state/user.ts';

export interface Workflow {
  readonly id: number;
  readonly path: string;
  name: string;
  /** Its text on the default branch. */
  text: string;
  readonly createdAt: string;
  updatedAt: string;
}

export interface Artifact {
  readonly id: number;
  readonly name: string;
  /** File under the data directory. */
  readonly file: string;
  readonly size: number;
  readonly digest: string;
  readonly createdAt: string;
}

export interface WorkflowRun {
  readonly id: number;
  readonly workflowId: number;
  readonly runNumber: number;
  readonly event: 'workflow_dispatch';
  readonly headBranch: string;
  readonly headSha: string;
  readonly inputs: Record<string, string>;
  readonly displayTitle: string;
  readonly actor: Actor;
  readonly jobId: number;
  readonly checkRunId: number;
  readonly checkSuiteId: number;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: 'success' | 'failure' | 'cancelled' | 'timed_out' | null;
  cancelRequested: boolean;
  readonly createdAt: string;
  updatedAt: string;
  startedAt: string | null;
  completedAt: string | null;
  log: string;
  readonly artifacts: Artifact[];
}
