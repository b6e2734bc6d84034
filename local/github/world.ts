import type { JsonObject } from '#local/github/json.ts';
import type { Permissions } from '#local/github/state/installation.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { State } from '#local/github/state/state.ts';
import type { User } from '#local/github/state/user.ts';
import type { Delivery } from '#local/github/webhooks/delivery.ts';
import type { Workflow, WorkflowRun } from '#local/github/state/workflow.ts';

/** The GitHub App under test, as the local GitHub knows it. */
export interface AppSettings {
  readonly id: number;
  readonly slug: string;
  /** PEM: the public part, or a private key from which the public part is derived. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly webhookUrl: string;
  /** What the app asks for; every permission MGE needs when left out. */
  readonly permissions?: Permissions;
}

/** One thing that happened and that the app is told of. */
export interface WebhookEvent {
  /** The value of `X-GitHub-Event`. */
  readonly name: string;
  /** Null for events without actions, such as `push`. */
  readonly action: string | null;
  /** Null for events of the installation. */
  readonly repository: Repository | null;
  readonly sender: User;
  /** What the event adds to repository, sender and installation. */
  readonly body: JsonObject;
}

/** What every act, route and presenter needs of the local GitHub. */
export interface World {
  readonly url: string;
  readonly dataDir: string;
  readonly state: State;
  readonly app: AppSettings & { readonly permissions: Permissions };
  /** The app's own account, `<slug>[bot]`. */
  readonly bot: User;
  /** The time as GitHub writes it: ISO 8601, whole seconds, UTC. */
  now(): string;
  emit(event: WebhookEvent): void;
  /** Webhooks that were sent or tried, oldest first. */
  deliveries(): readonly Delivery[];
  /** Sends a webhook once more, as a delivery of its own. */
  redeliver(delivery: Delivery): void;
  gitDirOf(repository: Repository): string;
  /** Queues a workflow run with the runner. */
  startRun(job: { readonly repository: Repository; readonly workflow: Workflow; readonly run: WorkflowRun }): void;
  /** Asks the runner to stop; false when the run is not under way. */
  stopRun(runId: number): boolean;
}
