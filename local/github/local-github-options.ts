import type { WorkflowRunner } from '#local/github/workflow-runner.ts';
import type { AppSettings } from '#local/github/world.ts';

/** What a local GitHub is started with. */
export interface LocalGitHubOptions {
  /** Folder for the bare repositories, artifacts and logs. */
  readonly dataDir: string;
  readonly app: AppSettings;
  readonly runner: WorkflowRunner;
  /** The system's clock when left out. */
  readonly clock?: { now(): Date };
  /** `on` unless said otherwise. */
  readonly gate?: 'on' | 'off';
}
