import type { z } from 'zod';
import type { Repository, SpecIssue } from '#domain/run/repository.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { AskSetup } from '#orchestrator/set-up-repositories.ts';
import type { RunQuery, RunStore } from '#ports/run-store.ts';
import type { Telemetry } from '#ports/telemetry.ts';
import type { IsOwnApp } from '#app/is-own-app.ts';

/** A webhook as it came: its GUID, and a payload of which only the signature is known to be good. */
export interface Delivery {
  readonly id: string;
  readonly payload: unknown;
}

/** An event for a run, with a key that is the same for the same delivery. */
export interface Submission {
  readonly runId: string;
  readonly key: string;
  readonly event: RunEvent;
}

export type SubmitEvent = (runId: string, key: string, event: RunEvent) => Promise<'saved' | 'duplicate'>;

/** What handlers know of a run. */
export interface KnownRun {
  readonly id: string;
  readonly repository: Repository;
  readonly issue: SpecIssue;
  readonly plan: { readonly hash: string } | null;
}

/** The part of the RunStore that handlers read. */
export interface KnownRuns {
  load(runId: string): Promise<KnownRun | null>;
  find(query: RunQuery): Promise<KnownRun | null>;
  readonly unfinishedOf: RunStore['unfinishedOf'];
}

export interface AppDependencies {
  readonly submitEvent: SubmitEvent;
  /** Has repositories looked at that MGE was installed on. */
  readonly askSetup: AskSetup;
  readonly runStore: KnownRuns;
  readonly isOwnApp: IsOwnApp;
  readonly telemetry: Telemetry;
}

/** What a webhook means for runs: nothing, mostly. */
export type Handler = (delivery: Delivery, app: AppDependencies) => Promise<readonly Submission[]>;

/** A handler of payloads of one shape; the shape holds only the fields that are used. Others are told and left. */
export function defineHandler<T>(
  name: string,
  shape: z.ZodType<T>,
  read: (payload: T, delivery: Delivery, app: AppDependencies) => Promise<readonly Submission[]>,
): Handler {
  return async (delivery, app) => {
    const parsed = shape.safeParse(delivery.payload);
    if (parsed.success) return read(parsed.data, delivery, app);
    const fields = parsed.error.issues.slice(0, 5).map((issue) => issue.path.join('.'));
    app.telemetry.info('webhook ignored: it has not the fields that are needed', {
      name,
      delivery: delivery.id,
      fields,
    });
    return [];
  };
}
