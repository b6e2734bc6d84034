import type { WorkflowArtifact, WorkflowJob } from '#local/github/workflow-runner.ts';
import type { ModuleStore } from '#local/runner/module-store.ts';

/** What the steps of one job share. */
export interface JobContext {
  readonly job: WorkflowJob;
  /** The checkout (`GITHUB_WORKSPACE`). */
  readonly workspace: string;
  /** For the files that steps exchange with the runner. */
  readonly temporary: string;
  readonly npmCache: string;
  readonly sandbox: 'auto' | 'unsafe';
  readonly modules: ModuleStore;
  readonly artifacts: WorkflowArtifact[];
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
}

/** A step with its expressions filled in. */
export interface StepCall {
  readonly name: string;
  readonly id: string | null;
  readonly uses: string | null;
  readonly run: string | null;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

export interface StepOutcome {
  readonly passed: boolean;
  readonly outputs: Readonly<Record<string, string>>;
}

export const PASSED: StepOutcome = { passed: true, outputs: {} };

/** The environment of a step: tools and GitHub's own variables, none of this process's secrets. */
export function stepEnvironment({ job, workspace, temporary, npmCache }: JobContext): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (
      value !== undefined &&
      /^(PATH|HOME|LANG|TMPDIR|npm_config_registry|NPM_CONFIG_REGISTRY|NPM_CONFIG_USERCONFIG)$/.test(name)
    )
      kept[name] = value;
  }
  return {
    ...kept,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: job.repository,
    GITHUB_REF: job.ref,
    GITHUB_SHA: job.headSha,
    GITHUB_RUN_ID: String(job.runId),
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temporary,
    npm_config_cache: npmCache,
  };
}
