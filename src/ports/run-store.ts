import type { Effect } from '#domain/run/effect.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';

export interface StoredEvent {
  readonly key: string;
  /** ISO 8601, when it was submitted. */
  readonly at: string;
  readonly event: RunEvent;
}

/** What a tick makes of a run and an event that waits for it. Pure. A null run: nothing to save (the event is marked all the same). */
export type Step = (run: Run | null, event: StoredEvent) => { run: Run | null; effects: readonly Effect[] };

export interface RunQuery {
  /** Found by its number, whatever its name was when the run began; by its name where either number is unknown. */
  readonly repository: { readonly id?: number | undefined; readonly owner: string; readonly name: string };
  /** The number of the spec issue. */
  readonly issue?: number;
  /** The run's own pull request, or the onboarding one that it waits for. */
  readonly pullRequest?: number;
  readonly branch?: string;
}

/** Runs and their events. One transaction per method; every method may be called from several processes. */
export interface RunStore {
  /** Saves an event once per key; `duplicate` when the key is known. */
  append(runId: string, key: string, event: RunEvent): Promise<'saved' | 'duplicate'>;
  /**
   * Under the run's lock: applies `step` to every waiting event in order of arrival, saves the run, marks the events and
   * puts the effects into the outbox (once per key), all in one transaction. Answers how many events were applied.
   */
  advance(runId: string, step: Step): Promise<number>;
  load(runId: string): Promise<Run | null>;
  find(query: RunQuery): Promise<Run | null>;
  /** Ids of runs that are neither done nor cancelled, or have events waiting. */
  unfinished(): Promise<string[]>;
  /** Ids of runs that are neither done nor cancelled, of one repository or installation. */
  unfinishedOf(
    whose: { readonly repository: RunQuery['repository'] } | { readonly installationId: number },
  ): Promise<string[]>;
}
